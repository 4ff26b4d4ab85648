import { sortRoster } from '../../model/diff.ts'
import type { Roster } from '../../model/problem.ts'

/** The rosters of all parts as one. Parts share nobody and no shift, so nothing can collide. */
export function joinRosters(rosters: readonly Roster[]): Roster {
  return sortRoster(rosters.flatMap(({ assignments }) => assignments))
}
