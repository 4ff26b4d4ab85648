// Ids as people know them: names of people, shifts, skills and sites of one roster.
import type { RosterGrid } from '../../api/types.ts'
import { shortDay, weekdayName } from '../../ui/dates.ts'

export interface Names {
  employee(id: string): string
  /** "Early on Mon 1 Mar". */
  shift(id: string): string
  skill(id: string): string
  site(id: string): string
  shiftType(id: string): string
}

type NamesSource = Pick<RosterGrid, 'employees' | 'shifts' | 'skills' | 'sites' | 'shiftTypes'>

const lookUp = <T extends { id: string }>(list: readonly T[], name: (item: T) => string, missing: string) => {
  const map = new Map(list.map((item) => [item.id, item]))
  return (id: string): string => {
    const item = map.get(id)
    return item ? name(item) : missing
  }
}

const cache = new WeakMap<NamesSource, Names>()

/** Names of everything in a roster; built once per answer of the API. */
export const namesOf = (grid: NamesSource): Names => {
  const known = cache.get(grid)
  if (known) return known
  const names: Names = {
    employee: lookUp(grid.employees, (one) => one.name, 'somebody'),
    shift: lookUp(
      grid.shifts,
      (one) => `${one.name} on ${weekdayName(one.day)} ${shortDay(one.day)}`,
      'a shift outside this roster',
    ),
    skill: lookUp(grid.skills, (one) => one.name, 'a skill'),
    site: lookUp(grid.sites, (one) => one.name, 'a site'),
    shiftType: lookUp(grid.shiftTypes, (one) => one.name, 'a shift'),
  }
  cache.set(grid, names)
  return names
}
