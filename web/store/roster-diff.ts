// A hand edit as a value: what it adds, what it removes, under one operation id. Undo sends the inverse of the same value.

export interface Pair {
  employeeId: string
  shiftId: string
}

/** A shift's times, as instants. */
export interface Times {
  start: string
  end: string
}

export interface Resize {
  shiftId: string
  from: Times
  to: Times
}

export interface RosterDiff {
  /** Operation id: names the edit in the undo stack and in messages. */
  id: string
  /** What the edit did, in words, for undo and for screen readers ("Moved Early to Ana Ruiz"). */
  label: string
  added: readonly Pair[]
  removed: readonly Pair[]
  /** Assignments that runs may no longer touch, and those they may touch again. */
  pinned?: readonly Pair[]
  unpinned?: readonly Pair[]
  /** Shifts that begin or end at another time, with everybody on them. */
  resized?: readonly Resize[]
}

/** Identity of a pair in maps and sets. */
export const pairKey = (pair: Pair): string => `${pair.employeeId}|${pair.shiftId}`

/** The edit that takes this one back; it carries the same id. */
export const invertDiff = (diff: RosterDiff): RosterDiff => ({
  ...diff,
  added: diff.removed,
  removed: diff.added,
  ...(diff.pinned || diff.unpinned ? { pinned: diff.unpinned ?? [], unpinned: diff.pinned ?? [] } : {}),
  ...(diff.resized ? { resized: diff.resized.map(({ shiftId, from, to }) => ({ shiftId, from: to, to: from })) } : {}),
})

/** A pair that is both added and removed is no change; a pair named twice counts once. */
export const normaliseDiff = (diff: RosterDiff): RosterDiff => {
  const added = new Map(diff.added.map((pair) => [pairKey(pair), pair]))
  const removed = new Map(diff.removed.map((pair) => [pairKey(pair), pair]))
  for (const key of [...added.keys()]) {
    if (removed.delete(key)) added.delete(key)
  }
  return { ...diff, added: [...added.values()], removed: [...removed.values()] }
}

/** One edit with the effect of `first` and then `second`, under the first one's id and label. */
export const squashDiffs = (first: RosterDiff, second: RosterDiff): RosterDiff => {
  const firstAdded = new Set(first.added.map(pairKey))
  const firstRemoved = new Set(first.removed.map(pairKey))
  const secondAdded = new Set(second.added.map(pairKey))
  const secondRemoved = new Set(second.removed.map(pairKey))
  return normaliseDiff({
    ...first,
    added: [
      ...first.added.filter((pair) => !secondRemoved.has(pairKey(pair))),
      ...second.added.filter((pair) => !firstRemoved.has(pairKey(pair))),
    ],
    removed: [
      ...first.removed.filter((pair) => !secondAdded.has(pairKey(pair))),
      ...second.removed.filter((pair) => !firstAdded.has(pairKey(pair))),
    ],
  })
}

export const isEmptyDiff = (diff: RosterDiff): boolean =>
  diff.added.length +
    diff.removed.length +
    (diff.pinned?.length ?? 0) +
    (diff.unpinned?.length ?? 0) +
    (diff.resized?.length ?? 0) ===
  0
