// Ways between sites: metres as given, else along the great circle; minutes as given.
import type { Frame } from '../../model/frame.ts'
import { greatCircleMetres } from '../../model/great-circle.ts'

/** By site * sites + site: whole metres; 0 where nothing is known. A given way holds both ways unless the other is given too. */
export function siteWays(frame: Frame): Int32Array {
  const { sites, distances } = frame.problem
  const ways = new Int32Array(sites.length * sites.length)
  sites.forEach((from, a) => {
    sites.forEach((to, b) => {
      if (a !== b && from.position && to.position)
        ways[a * sites.length + b] = greatCircleMetres(from.position, to.position)
    })
  })
  const indexOf = new Map(sites.map(({ id }, index) => [id, index]))
  const set = (from: string, to: string, metres: number) => {
    ways[indexOf.get(from)! * sites.length + indexOf.get(to)!] = metres
  }
  for (const { from, to, metres } of distances ?? []) set(to, from, metres)
  for (const { from, to, metres } of distances ?? []) set(from, to, metres)
  return ways
}

/** By site * sites + site: minutes on the way, -1 where none are given; null where no way is. */
export function siteMinutes(frame: Frame): Int32Array | null {
  const { sites, travelTimes } = frame.problem
  if (!travelTimes || travelTimes.length === 0) return null
  const table = new Int32Array(sites.length * sites.length).fill(-1)
  const indexOf = new Map(sites.map(({ id }, index) => [id, index]))
  const set = (from: string, to: string, minutes: number) => {
    table[indexOf.get(from)! * sites.length + indexOf.get(to)!] = minutes
  }
  for (const { from, to, minutes } of travelTimes) set(to, from, minutes)
  for (const { from, to, minutes } of travelTimes) set(from, to, minutes)
  return table
}

/** By site: whole metres from the person's home; 0 where nothing is known. */
export function homeWays(frame: Frame, employee: number): Int32Array {
  const { home } = frame.problem.employees[employee]!
  return Int32Array.from(frame.problem.sites, ({ position }) =>
    home && position ? greatCircleMetres(home, position) : 0,
  )
}
