// Patterns that a caller's text is matched against take time in proportion to it: none repeats what is repeated inside it.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const literal =
  /(?<=[=(,:?!&|[]\s*|return )\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)+\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)+\])*)\/[dgimsuvy]*/g
/** A sign, then a run of anything but that sign: a text has one way at most to be cut into such parts. */
const separated = /^\\(\W)\[\^[^\]]*\1[^\]]*\][+*]$/
const unbounded = /^(?:[*+]|\{\d+,\})/

/** True where a group that is repeated without bound holds a repetition without bound: such a pattern may take exponential time. */
const hasNestedRepetition = (pattern: string): boolean => {
  const holds: boolean[] = [false]
  const starts: number[] = []
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]
    if (char === '\\') i++
    else if (char === '[') i = endOfClass(pattern, i)
    else if (char === '(') {
      holds.push(false)
      starts.push(i + 1)
    } else if (char === ')') {
      const isSeparated = separated.test(pattern.slice(starts.pop(), i))
      const inner = (holds.pop() ?? false) && !isSeparated
      const isRepeated = unbounded.test(pattern.slice(i + 1))
      if (inner && isRepeated) return true
      if (inner) holds[holds.length - 1] = true
    } else if (unbounded.test(pattern.slice(i))) holds[holds.length - 1] = true
  }
  return false
}

const endOfClass = (pattern: string, start: number): number => {
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++
    else if (pattern[i] === ']') return i
  }
  return pattern.length
}

test('nested repetitions are told from harmless ones', () => {
  for (const bad of ['(a+)+', '(?:x|[a-z]*)*y', '((a+)b?)+', '(a{2,})+', '(\\.[^@]+)+'])
    expect([bad, hasNestedRepetition(bad)]).toEqual([bad, true])
  for (const good of ['a+b+', '(ab)+', '(a+)?', '(-[a-z]{2,8}){0,3}', '[(a+)]+', '\\(a+\\)+', '(\\.[^@.]+)+']) {
    expect([good, hasNestedRepetition(good)]).toEqual([good, false])
  }
})

test('no pattern of the API, its platform and its file formats nests repetitions', () => {
  const files = ['api', 'platform', 'solver/formats', 'drizzle'].flatMap((room) =>
    globSync(`${room}/**/*.ts`, { cwd: root }),
  )
  const patterns = files
    .filter((file) => !/\.test\.ts$|\/tests\//.test(file))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(literal)].map(([, found = '']) => ({ file, found })),
    )
  expect(patterns.length).toBeGreaterThan(30)
  expect(patterns.filter(({ found }) => hasNestedRepetition(found))).toEqual([])
})
