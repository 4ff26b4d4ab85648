import { expect, test } from 'vitest'
import { type LeaveDraft, leaveSpan } from './leave-span.ts'

const zone = 'Europe/Berlin'
const draft: LeaveDraft = { length: 'days', first: '2027-03-10', last: '2027-03-11', from: '08:00', until: '12:30' }

test('whole days reach from midnight to midnight of the zone', () => {
  expect(leaveSpan(draft, zone)).toEqual({ start: '2027-03-09T23:00:00.000Z', end: '2027-03-11T23:00:00.000Z' })
})

test('half days meet at noon, hours stay inside their day', () => {
  expect(leaveSpan({ ...draft, length: 'morning' }, zone)).toEqual({
    start: '2027-03-09T23:00:00.000Z',
    end: '2027-03-10T11:00:00.000Z',
  })
  expect(leaveSpan({ ...draft, length: 'afternoon' }, zone)).toMatchObject({ start: '2027-03-10T11:00:00.000Z' })
  expect(leaveSpan({ ...draft, length: 'hours' }, zone)).toEqual({
    start: '2027-03-10T07:00:00.000Z',
    end: '2027-03-10T11:30:00.000Z',
  })
})

test('what cannot be is told at its field, and nothing is made of half a form', () => {
  expect(leaveSpan({ ...draft, last: '2027-03-09' }, zone)).toMatchObject({ wrong: 'last' })
  expect(leaveSpan({ ...draft, length: 'hours', until: '08:00' }, zone)).toMatchObject({ wrong: 'until' })
  expect(leaveSpan({ ...draft, first: '' }, zone)).toBeNull()
  expect(leaveSpan({ ...draft, last: '' }, zone)).toBeNull()
})
