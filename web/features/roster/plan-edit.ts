// What a hand movement means: each function turns a gesture into a diff, or says in words why it cannot. Pure.
import type { GridShift } from '../../api/types.ts'
import type { Pair, RosterDiff } from '../../store/roster-diff.ts'
import { normaliseDiff } from '../../store/roster-diff.ts'
import { daysBetween, longDay, shortDay } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { cellKey, laneKey, type RosterIndex } from './roster-index.ts'

export type Plan = { kind: 'edit'; diff: RosterDiff } | { kind: 'refused'; reason: string }

/** Where something is taken from or put: a person's day, or the open shifts of a day. */
export interface Place {
  employeeId: string | null
  day: string
}

/** A copied block: what lay where, relative to the first cell. */
export interface ClipCell {
  rowOffset: number
  dayOffset: number
  shifts: readonly GridShift[]
}

const nameOf = (index: RosterIndex, employeeId: string): string =>
  index.employeeById.get(employeeId)?.name ?? 'this person'

const shiftsAt = (index: RosterIndex, place: Place): GridShift[] =>
  place.employeeId === null
    ? []
    : (index.cells.get(cellKey(place.employeeId, place.day))?.shifts.map((one) => one.shift) ?? [])

const pinnedAt = (index: RosterIndex, pair: Pair, day: string): boolean =>
  index.cells.get(cellKey(pair.employeeId, day))?.shifts.some((one) => one.shift.id === pair.shiftId && one.pinned) ??
  false

const edit = (id: string, label: string, added: Pair[], removed: Pair[]): Plan => {
  const diff = normaliseDiff({ id, label, added, removed })
  return diff.added.length + diff.removed.length === 0
    ? { kind: 'refused', reason: 'That changes nothing.' }
    : { kind: 'edit', diff }
}

/** The same work on another day: an open one first, else one that may take another head. */
const sameWorkOn = (index: RosterIndex, shift: GridShift, day: string): GridShift | null => {
  if (shift.day === day) return shift
  const same = (index.shiftsByDay.get(day) ?? []).filter((one) => laneKey(one) === laneKey(shift))
  const filled = (one: GridShift): number => index.filledByShift.get(one.id) ?? 0
  return (
    same.find((one) => filled(one) < one.headsMin) ??
    same.find((one) => one.headsMax === null || filled(one) < one.headsMax) ??
    null
  )
}

const noSameWork = (index: RosterIndex, shift: GridShift, day: string): Plan => ({
  kind: 'refused',
  reason: `There is no ${shift.name} at ${index.siteNameById.get(shift.siteId) ?? 'this site'} to fill on ${longDay(day)}. Open one by adding demand for that day.`,
})

/** Takes people off shifts: everything that lies in the cells. */
export const planRemove = (index: RosterIndex, id: string, places: readonly Place[]): Plan => {
  const removed = places.flatMap((place) =>
    shiftsAt(index, place).map((shift) => ({ employeeId: place.employeeId ?? '', shiftId: shift.id })),
  )
  if (removed.length === 0) return { kind: 'refused', reason: 'There is no shift here to take away.' }
  const pinned = removed.find((pair) => pinnedAt(index, pair, index.shiftById.get(pair.shiftId)?.day ?? ''))
  if (pinned)
    return {
      kind: 'refused',
      reason: `A shift of ${nameOf(index, pinned.employeeId)} is pinned and stays where it is.`,
    }
  const only = removed.length === 1 ? removed[0] : undefined
  const label = only
    ? `Took ${nameOf(index, only.employeeId)} off ${index.shiftById.get(only.shiftId)?.name ?? 'a shift'}`
    : `Took away ${countText(removed.length, 'shift')}`
  return edit(id, label, [], removed)
}

/** Pins an assignment, so that runs leave it alone, or lets it go again. */
export const planPin = (index: RosterIndex, id: string, pair: Pair, pinned: boolean): Plan => {
  const name = index.shiftById.get(pair.shiftId)?.name ?? 'a shift'
  const label = `${pinned ? 'Pinned' : 'Unpinned'} ${name} of ${nameOf(index, pair.employeeId)}`
  return { kind: 'edit', diff: { id, label, added: [], removed: [], [pinned ? 'pinned' : 'unpinned']: [pair] } }
}

/** Gives one shift to one person. */
export const planAssign = (index: RosterIndex, id: string, shift: GridShift, employeeId: string): Plan => {
  if (index.employeesByShift.get(shift.id)?.includes(employeeId))
    return { kind: 'refused', reason: `${nameOf(index, employeeId)} works this shift already.` }
  return edit(
    id,
    `Gave ${shift.name} on ${shortDay(shift.day)} to ${nameOf(index, employeeId)}`,
    [{ employeeId, shiftId: shift.id }],
    [],
  )
}

/** Drag and drop: to a free day moves, to a filled one swaps, to the open row takes away. */
export const planMove = (index: RosterIndex, id: string, shift: GridShift, from: Place, to: Place): Plan => {
  if (from.employeeId === to.employeeId && from.day === to.day)
    return { kind: 'refused', reason: 'That changes nothing.' }
  if (from.employeeId !== null && pinnedAt(index, { employeeId: from.employeeId, shiftId: shift.id }, shift.day))
    return {
      kind: 'refused',
      reason: `This shift of ${nameOf(index, from.employeeId)} is pinned and stays where it is.`,
    }
  if (to.employeeId === null)
    return from.employeeId === null
      ? { kind: 'refused', reason: 'This shift is open already.' }
      : edit(id, `Opened ${shift.name}`, [], [{ employeeId: from.employeeId, shiftId: shift.id }])
  const target = sameWorkOn(index, shift, to.day)
  if (!target) return noSameWork(index, shift, to.day)
  const added: Pair[] = [{ employeeId: to.employeeId, shiftId: target.id }]
  if (from.employeeId === null) return planAssign(index, id, target, to.employeeId)
  const removed: Pair[] = [{ employeeId: from.employeeId, shiftId: shift.id }]
  const lying = shiftsAt(index, to).filter((one) => one.id !== target.id)
  if (lying.length === 0) {
    if (index.employeesByShift.get(target.id)?.includes(to.employeeId))
      return { kind: 'refused', reason: `${nameOf(index, to.employeeId)} works this shift already.` }
    return edit(id, `Moved ${shift.name} to ${nameOf(index, to.employeeId)}`, added, removed)
  }
  return planSwap(index, id, { added, removed }, lying, from, to)
}

const planSwap = (
  index: RosterIndex,
  id: string,
  half: { added: Pair[]; removed: Pair[] },
  lying: readonly GridShift[],
  from: Place,
  to: Place,
): Plan => {
  if (from.employeeId === null || to.employeeId === null) return { kind: 'refused', reason: 'That changes nothing.' }
  for (const one of lying) {
    if (pinnedAt(index, { employeeId: to.employeeId, shiftId: one.id }, to.day))
      return { kind: 'refused', reason: `A shift of ${nameOf(index, to.employeeId)} is pinned and stays where it is.` }
    const back = sameWorkOn(index, one, from.day)
    if (!back) return noSameWork(index, one, from.day)
    half.removed.push({ employeeId: to.employeeId, shiftId: one.id })
    half.added.push({ employeeId: from.employeeId, shiftId: back.id })
  }
  const label =
    from.employeeId === to.employeeId
      ? `Swapped two days of ${nameOf(index, from.employeeId)}`
      : `Swapped ${nameOf(index, from.employeeId)} and ${nameOf(index, to.employeeId)}`
  return edit(id, label, half.added, half.removed)
}

/** Puts a copied block down: `targets[rowOffset]` is the person of that row, null where there is none. */
export const planPaste = (
  index: RosterIndex,
  id: string,
  clip: readonly ClipCell[],
  targets: readonly (string | null)[],
  firstDay: string,
  cut: readonly Pair[] = [],
): Plan => {
  const added: Pair[] = []
  const start = daysBetween(index.grid.roster.start, firstDay)
  for (const cell of clip) {
    const employeeId = targets[cell.rowOffset]
    const day = index.days[start + cell.dayOffset]
    if (!employeeId || !day) continue
    for (const shift of cell.shifts) {
      const target = sameWorkOn(index, shift, day)
      if (!target) return noSameWork(index, shift, day)
      if (!index.employeesByShift.get(target.id)?.includes(employeeId)) added.push({ employeeId, shiftId: target.id })
    }
  }
  if (added.length === 0) return { kind: 'refused', reason: 'There is nothing here to paste onto.' }
  const verb = cut.length > 0 ? 'Moved' : 'Pasted'
  return edit(id, `${verb} ${countText(added.length, 'shift')}`, added, [...cut])
}
