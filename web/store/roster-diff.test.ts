import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  invertDiff,
  isEmptyDiff,
  normaliseDiff,
  type Pair,
  pairKey,
  type RosterDiff,
  squashDiffs,
} from './roster-diff.ts'

const pair = fc.record({ employeeId: fc.constantFrom('a', 'b', 'c'), shiftId: fc.constantFrom('1', '2', '3', '4') })
const universe: Pair[] = ['a', 'b', 'c'].flatMap((employeeId) =>
  ['1', '2', '3', '4'].map((shiftId) => ({ employeeId, shiftId })),
)

/** A state and an edit that fits it: only what is there is removed, only what is missing is added. */
const fitting = (present: ReadonlySet<string>, picked: readonly Pair[]): RosterDiff =>
  normaliseDiff({
    id: 'x',
    label: 'edit',
    added: picked.filter((one) => !present.has(pairKey(one))),
    removed: picked.filter((one) => present.has(pairKey(one))),
  })

const apply = (present: ReadonlySet<string>, diff: RosterDiff): Set<string> => {
  const next = new Set(present)
  for (const one of diff.removed) next.delete(pairKey(one))
  for (const one of diff.added) next.add(pairKey(one))
  return next
}

const state = fc.subarray(universe).map((pairs) => new Set(pairs.map(pairKey)))

test('an edit followed by its inverse leaves the roster as it was', () => {
  fc.assert(
    fc.property(state, fc.array(pair), (present, picked) => {
      const diff = fitting(present, picked)
      expect(apply(apply(present, diff), invertDiff(diff))).toEqual(present)
    }),
  )
})

test('squashing two edits has the effect of one after the other', () => {
  fc.assert(
    fc.property(state, fc.array(pair), fc.array(pair), (present, one, two) => {
      const first = fitting(present, one)
      const between = apply(present, first)
      const second = fitting(between, two)
      expect(apply(present, squashDiffs(first, second))).toEqual(apply(between, second))
    }),
  )
})

test('an edit squashed with its inverse is empty', () => {
  fc.assert(
    fc.property(state, fc.array(pair), (present, picked) => {
      const diff = fitting(present, picked)
      expect(isEmptyDiff(squashDiffs(diff, invertDiff(diff)))).toBe(true)
    }),
  )
})

test('a pair that is both added and removed is no change', () => {
  const same = { employeeId: 'a', shiftId: '1' }
  expect(isEmptyDiff(normaliseDiff({ id: 'x', label: '', added: [same, same], removed: [same] }))).toBe(true)
})

test('pinning and letting go are inverses', () => {
  const one = { employeeId: 'a', shiftId: '1' }
  const inverse = invertDiff({ id: 'x', label: '', added: [], removed: [], pinned: [one] })
  expect([inverse.pinned, inverse.unpinned]).toEqual([[], [one]])
})
