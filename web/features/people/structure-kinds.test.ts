import { expect, test } from 'vitest'
import { asTree } from './structure-kinds.ts'

const record = (id: string, parentId: string | null = null) => ({ id, code: id, name: id, parentId, version: 1 })

test('each department stands below its own, at its depth', () => {
  const tree = asTree([record('icu', 'medicine'), record('medicine'), record('surgery'), record('icu-a', 'icu')])
  expect(tree.map(({ record: { id }, depth }) => `${depth} ${id}`)).toEqual([
    '0 medicine',
    '1 icu',
    '2 icu-a',
    '0 surgery',
  ])
})

test('none is lost where the one above it is out of reach', () => {
  expect(asTree([record('a', 'elsewhere'), record('b')]).map(({ record: { id } }) => id)).toEqual(['a', 'b'])
})
