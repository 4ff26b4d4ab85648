import { describe, expect, it } from 'vitest'
import { parseJsonSource } from './json-source.ts'

describe('parseJsonSource', () => {
  it('names the line of any value by its path, and of the closest parent when the value is missing', () => {
    const source = parseJsonSource('{\n "a": [\n  {"b": 1},\n  {\n   "b": 2\n  }\n ]\n}')
    expect(source.kind === 'parsed' && ['a[1].b', 'a[1].c', 'a[0]', ''].map(source.lineOf)).toEqual([5, 4, 3, 1])
  })

  it.each([
    ['', 1],
    ['{"a": 1,\n "b": }', 2],
    ['[1,\n2\n3]', 3],
    ['{"a": 1}\nx', 2],
  ])('names the line where %j stops being JSON', (text, line) => {
    expect(parseJsonSource(text)).toMatchObject({ kind: 'unusable', errors: [{ line }] })
  })
})
