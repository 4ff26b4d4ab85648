// A proposal's changes put in order for reading: by person or by day. Pure.
import type { GridShift, Proposal, RosterGrid } from '../../api/types.ts'
import { type Pair, pairKey } from '../../store/roster-diff.ts'
import { longDay } from '../../ui/dates.ts'

export type DiffOrder = 'person' | 'day'

export interface Change extends Pair {
  kind: 'added' | 'removed'
  shift: GridShift
  employeeName: string
}

export interface ChangeGroup {
  key: string
  title: string
  changes: Change[]
  added: number
  removed: number
}

const byTime = (a: Change, b: Change): number => {
  const left = a.shift.day + a.shift.startTime + a.employeeName + a.kind
  const right = b.shift.day + b.shift.startTime + b.employeeName + b.kind
  return left < right ? -1 : left > right ? 1 : 0
}

/** Identity of a change in the set of those chosen. */
export const changeKey = (change: Pick<Change, 'kind' | 'employeeId' | 'shiftId'>): string =>
  `${change.kind}|${pairKey(change)}`

const changesOf = (proposal: Proposal, grid: RosterGrid): Change[] => {
  const shifts = new Map(grid.shifts.map((shift) => [shift.id, shift]))
  const people = new Map(grid.employees.map((employee) => [employee.id, employee.name]))
  const read =
    (kind: Change['kind']) =>
    (pair: Pair): Change[] => {
      const shift = shifts.get(pair.shiftId)
      return shift ? [{ ...pair, kind, shift, employeeName: people.get(pair.employeeId) ?? 'somebody' }] : []
    }
  return [...proposal.added.flatMap(read('added')), ...proposal.removed.flatMap(read('removed'))]
}

/** The changes in groups: people by name, or days in order; within a group by time. */
export const groupChanges = (proposal: Proposal, grid: RosterGrid, order: DiffOrder): ChangeGroup[] => {
  const groups = new Map<string, ChangeGroup>()
  for (const change of changesOf(proposal, grid).sort(byTime)) {
    const key = order === 'person' ? change.employeeId : change.shift.day
    const title = order === 'person' ? change.employeeName : longDay(change.shift.day)
    const group = groups.get(key) ?? { key, title, changes: [], added: 0, removed: 0 }
    group.changes.push(change)
    group[change.kind] += 1
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) =>
    order === 'person' ? a.title.localeCompare(b.title) : a.key < b.key ? -1 : 1,
  )
}

/** What to send for the changes chosen. */
export const chosenChanges = (groups: readonly ChangeGroup[], chosen: ReadonlySet<string>) => {
  const changes = groups.flatMap((group) => group.changes).filter((change) => chosen.has(changeKey(change)))
  const pairs = (kind: Change['kind']): Pair[] =>
    changes.filter((one) => one.kind === kind).map(({ employeeId, shiftId }) => ({ employeeId, shiftId }))
  return { added: pairs('added'), removed: pairs('removed') }
}
