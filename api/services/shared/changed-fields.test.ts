import { expect, test } from 'vitest'
import { changedFields } from './changed-fields.ts'

test('only what differs is kept, as it was and as it became', () => {
  const before = { code: 'a', name: 'Icu', tags: ['x'], version: 1, updatedAt: 1 }
  expect(changedFields('skill', before, { ...before, name: 'ICU', version: 2, updatedAt: 2 })).toEqual({
    before: { name: 'Icu' },
    after: { name: 'ICU' },
  })
  expect(changedFields('skill', before, { ...before, tags: ['x'] })).toEqual({})
})

test('a field that was empty and stays absent is no change; a created record is kept as it became', () => {
  expect(changedFields('site', { latitude: null }, {})).toEqual({})
  expect(changedFields('site', undefined, { code: 'a', latitude: null })).toEqual({ after: { code: 'a' } })
})

test('what says something of a person is kept as changed, never as a value', () => {
  const { before, after } = changedFields(
    'employee',
    { number: '1', name: 'Ada', privatePhone: null },
    { number: '2', name: 'Bo', privatePhone: '+49 30 1' },
  )
  expect(before).toEqual({ number: '1', name: '[personal]', privatePhone: null })
  expect(after).toEqual({ number: '2', name: '[personal]', privatePhone: '[personal]' })
})
