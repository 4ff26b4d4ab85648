import { expect, test } from 'vitest'
import { hasTag } from './etag.ts'

test('tags are compared weakly, one among several, and a star stands for any', () => {
  const tag = 'W/"abc"'
  for (const header of ['W/"abc"', '"abc"', '"x", W/"abc"', ' "abc" ', '*']) expect(hasTag(header, tag)).toBe(true)
  for (const header of [undefined, '', '"ab"', 'abc', '"x","y"']) expect(hasTag(header, tag)).toBe(false)
})
