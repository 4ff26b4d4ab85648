import { expect, test } from 'vitest'
import { demand, employees } from '../../../drizzle/schema/index.ts'
import { Invalid } from '../../errors.ts'
import { afterCursor, cutPage } from './keyset.ts'
import { quantities } from './quantities.ts'

const rows = ['a', 'Ünal, "Ö"', 'c'].map((name) => ({ name, id: '018f0000-0000-7000-8000-000000000000' }))
const cut = (limit: number) =>
  cutPage(
    rows,
    limit,
    (row) => row.name,
    (row) => [row.name, row.id],
  )

test('a page knows whether there is another one', () => {
  expect(cut(2)).toMatchObject({ items: ['a', 'Ünal, "Ö"'], nextCursor: expect.any(String) })
  expect(cut(3).nextCursor).toBeNull()
})

test('a cursor is read back by the list that made it and refused by another', () => {
  const cursor = cut(2).nextCursor ?? ''
  expect(afterCursor([employees.name, employees.id], cursor)).toBeDefined()
  expect(() => afterCursor([demand.day, demand.id], cursor)).toThrow(Invalid)
  expect(() => afterCursor([employees.name], cursor)).toThrow(Invalid)
  expect(() => afterCursor([employees.name], '%%%')).toThrow(Invalid)
})

test('quantities read as words, without what is zero', () => {
  expect(quantities({ person: 1 })).toBe('1 person')
  expect(quantities({ person: 2, 'shift type': 0, 'line of demand': 3 })).toBe('2 people and 3 lines of demand')
})
