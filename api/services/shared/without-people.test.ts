import { expect, test } from 'vitest'
import { withoutPeople } from './without-people.ts'

const gone = new Set(['x', 'y'])

test('what is about the people goes: records, pairs, ids in lists, fields that name them', () => {
  const roster = {
    employees: [
      { id: 'x', name: 'X' },
      { id: 'a', name: 'A' },
    ],
    assignments: [
      { id: '1', employeeId: 'x' },
      { id: '2', employeeId: 'a' },
    ],
    justification: { employee: 'y', minutes: 5 },
  }
  expect(withoutPeople(roster, gone)).toEqual({
    employees: [{ id: 'a', name: 'A' }],
    assignments: [{ id: '2', employeeId: 'a' }],
    justification: { minutes: 5 },
  })
})

test('a breach of theirs alone goes, one shared with others names the others, one of nobody stays', () => {
  const breach = (...employees: string[]) => ({ rule: 'fair', employees, shifts: ['s'] })
  expect(withoutPeople([breach('x'), breach('x', 'y'), breach('a', 'x'), breach()], gone)).toEqual([
    breach('a'),
    breach(),
  ])
})

test('a value is the very same where nobody is to go', () => {
  const value = { a: [1, null, new Date(0)] }
  expect(withoutPeople(value, new Set())).toBe(value)
  expect(withoutPeople(value, gone)).toEqual(value)
})
