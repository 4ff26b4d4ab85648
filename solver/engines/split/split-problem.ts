// A problem too large for one isolate, as parts that are problems of their own. Everybody belongs to one part for the whole
// period and every shift to one part: no line has a seam, nobody can be booked twice, and what the parts keep of hard rules
// their union keeps. Weeks are never cut apart: each cut would put a seam into every line.
import { couplesPeople } from '../../judge/couples-people.ts'
import type { Problem } from '../../model/problem.ts'
import { poolsOf } from './can-work.ts'
import { dealPeople } from './deal-people.ts'
import { groupShifts } from './group-shifts.ts'
import { type Part, partOf } from './part-of.ts'

export interface SplitOptions {
  /** People times shifts of one part; the tables of the search grow with it. */
  cellsMax: number
}

/** What an isolate of 128 MB holds with room to spare (see split-memory.test.ts). */
export const partCellsMax = 600_000

/** Of a run's time and evaluations for its parts; the rest polishes the whole. */
export const partsShare = 0.7

/**
 * Parts of a valid problem, each valid by itself; the problem alone when it is small enough, or when a hard rule couples
 * people so that parts could not keep it (fairness at level hard, say). Parts that cannot be cut
 * further, because pins or mentors hold them together, may stay above the limit.
 */
export function splitProblem(problem: Problem, options: SplitOptions): Problem[] {
  const cells = problem.employees.length * problem.shifts.length
  if (cells <= options.cellsMax || couplesPeople(problem)) return [problem]
  // Parts of equal size have 1/k of the people and 1/k of the shifts.
  const count = Math.ceil(Math.sqrt(cells / options.cellsMax))
  const shiftsMax = Math.ceil(problem.shifts.length / count)
  const pools = poolsOf(problem)
  const groups = groupShifts(problem, pools, shiftsMax)
  const people = dealPeople(problem, pools, groups, Math.floor(options.cellsMax / shiftsMax))
  const parts = withCurves(problem, withPeople(groups, people))
  return parts.length === 1 ? [problem] : parts.map((part, index) => partOf(problem, part, index))
}

/** A group that got nobody joins the one with the most people. */
function withPeople(
  groups: readonly (readonly number[])[],
  people: readonly (readonly number[])[],
): { shifts: number[]; people: number[] }[] {
  const parts = groups.map((shifts, index) => ({ shifts: [...shifts], people: [...people[index]!] }))
  const host = parts.reduce((most, part) => (part.people.length > most.people.length ? part : most))
  for (const part of parts) if (part.people.length === 0) host.shifts.push(...part.shifts)
  return parts.filter((part) => part.people.length > 0)
}

/** A site's demand curves count where most of its shifts are. */
function withCurves(problem: Problem, parts: readonly { shifts: number[]; people: number[] }[]): Part[] {
  const hosts = problem.sites.map(({ id }) => {
    const counts = parts.map(({ shifts }) => shifts.filter((shift) => problem.shifts[shift]!.site === id).length)
    return { id, part: counts.indexOf(Math.max(...counts)) }
  })
  return parts.map((part, index) => ({
    ...part,
    curves: new Set(hosts.filter((host) => host.part === index).map(({ id }) => id)),
  }))
}
