// Which rows the grid shows, in which order: open shifts on top, then people, grouped and filtered. Pure.
import type { GridEmployee } from '../../api/types.ts'
import type { OpenLane, RosterIndex } from './roster-index.ts'

export type Grouping = 'none' | 'site' | 'skill' | 'contract'
export type RowFilter = 'all' | 'breaches' | 'open'

export interface RowOptions {
  grouping: Grouping
  filter: RowFilter
  search: string
  /** Whether the lanes under the open summary are unfolded. */
  showLanes: boolean
}

export type GridRow =
  | { kind: 'lane'; key: string; lane: OpenLane }
  | { kind: 'group'; key: string; label: string; count: number }
  | { kind: 'person'; key: string; employee: GridEmployee }

const siteNames = (index: RosterIndex): Map<string, Set<string>> => {
  const sites = new Map<string, Set<string>>()
  for (const { employeeId, shiftId } of index.grid.assignments) {
    const name = index.siteNameById.get(index.shiftById.get(shiftId)?.siteId ?? '')
    if (name) sites.set(employeeId, (sites.get(employeeId) ?? new Set()).add(name))
  }
  return sites
}

/** The groups a person stands in; somebody with two skills stands in both. */
const groupsOf = (index: RosterIndex, grouping: Grouping): ((employee: GridEmployee) => string[]) => {
  if (grouping === 'contract') return (employee) => [employee.contractName ?? 'No contract']
  if (grouping === 'skill')
    return ({ skillIds }) =>
      skillIds.length === 0 ? ['No skills'] : skillIds.map((id) => index.skillNameById.get(id) ?? 'Other')
  const sites = siteNames(index)
  return (employee) => {
    const names = sites.get(employee.id)
    return names ? [...names] : ['No shifts yet']
  }
}

const matches = (index: RosterIndex, search: string): ((employee: GridEmployee) => boolean) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (employee) => {
    const skills = employee.skillIds.map((id) => index.skillNameById.get(id) ?? '').join(' ')
    const text = `${employee.name} ${employee.number} ${employee.contractName ?? ''} ${skills}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
}

/** True when a hard or medium rule is broken at this person; soft wishes do not count. */
const isFlagged = (index: RosterIndex, employeeId: string): boolean =>
  (index.breachesByEmployee.get(employeeId) ?? []).some((breach) => breach.level !== 'soft')

/** The rows in the order they are shown. */
export const gridRows = (index: RosterIndex, options: RowOptions): GridRow[] => {
  const lanes: GridRow[] = options.showLanes
    ? index.lanes.map((lane) => ({ kind: 'lane', key: `lane:${lane.key}`, lane }))
    : []
  if (options.filter === 'open') return lanes
  const fits = matches(index, options.search)
  const people = index.grid.employees.filter(
    (employee) => fits(employee) && (options.filter === 'all' || isFlagged(index, employee.id)),
  )
  if (options.grouping === 'none')
    return [...lanes, ...people.map((employee): GridRow => ({ kind: 'person', key: employee.id, employee }))]
  const groupOf = groupsOf(index, options.grouping)
  const groups = new Map<string, GridEmployee[]>()
  for (const employee of people)
    for (const label of groupOf(employee)) groups.set(label, [...(groups.get(label) ?? []), employee])
  return [
    ...lanes,
    ...[...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([label, members]): GridRow[] => [
        { kind: 'group', key: `group:${label}`, label, count: members.length },
        ...members.map((employee): GridRow => ({ kind: 'person', key: `${label}:${employee.id}`, employee })),
      ]),
  ]
}
