import { frameOf } from '../../model/frame.ts'
import type { Problem } from '../../model/problem.ts'
import { bandsOf } from './bands.ts'
import { demandOf, type Pool } from './can-work.ts'

interface Need {
  /** Index of the group, and what its part of a pool asks for. */
  group: number
  demandMinutes: number
  /** People dealt so far, as full-time jobs, by the part of their work it is. */
  supply: number
}

/**
 * Gives everybody to one group of shifts: those with the fewest groups to choose from first, each to where what the person can
 * do is scarcest. People who are pinned go where their pins are, people and their mentors go together. At most about
 * `peopleMax` a group while another one has room.
 */
export function dealPeople(
  problem: Problem,
  pools: readonly Pool[],
  groups: readonly (readonly number[])[],
  peopleMax: number,
): number[][] {
  const frame = frameOf(problem)
  const groupOf = new Int32Array(frame.shiftCount)
  groups.forEach((shifts, group) => {
    for (const shift of shifts) groupOf[shift] = group
  })
  const needs = needsOf(pools, problem, groupOf)
  const dealt: number[][] = groups.map(() => [])
  const bands = bandsOf(problem).map((people) => ({
    people,
    options: [...new Set(people.flatMap((person) => needs[person]!.map(({ group }) => group)))].sort((a, b) => a - b),
    pinned: people.flatMap((person) => frame.pins[person]!.map((shift) => groupOf[shift]!))[0],
  }))
  bands.sort((a, b) => a.options.length - b.options.length || a.people[0]! - b.people[0]!)
  // Pins leave no choice.
  for (const { people, pinned } of bands) if (pinned !== undefined) deal(people, pinned)
  for (const { people, options, pinned } of bands)
    if (pinned === undefined) deal(people, scarcest(people, options) ?? smallest())
  return dealt

  function deal(people: readonly number[], group: number): void {
    dealt[group]!.push(...people)
    for (const person of people) {
      const own = needs[person]!.filter((need) => need.group === group)
      const open = own.reduce((sum, need) => sum + need.demandMinutes, 0)
      const share = (problem.employees[person]!.sharePercent ?? 100) / 100
      for (const need of own) need.supply += (share * need.demandMinutes) / Math.max(1, open)
    }
  }

  function scarcest(people: readonly number[], options: readonly number[]): number | undefined {
    const room = options.filter((group) => dealt[group]!.length + people.length <= peopleMax)
    const scarcity = (group: number) =>
      Math.max(
        0,
        ...people.flatMap((person) =>
          needs[person]!.filter((need) => need.group === group).map(
            ({ demandMinutes, supply }) => demandMinutes / (0.1 + supply),
          ),
        ),
      )
    return (room.length > 0 ? room : options).reduce<{ group: number; value: number } | undefined>((best, group) => {
      const value = scarcity(group)
      return best && best.value >= value ? best : { group, value }
    }, undefined)?.group
  }

  function smallest(): number {
    return dealt.reduce((least, people, group) => (people.length < dealt[least]!.length ? group : least), 0)
  }
}

/** By person: the parts of pools that the person could work. People of one pool share its objects. */
function needsOf(pools: readonly Pool[], problem: Problem, groupOf: Int32Array): Need[][] {
  const needs: Need[][] = problem.employees.map(() => [])
  for (const pool of pools) {
    const byGroup = Map.groupBy(pool.shifts, (shift) => groupOf[shift]!)
    for (const [group, shifts] of byGroup) {
      const demandMinutes = demandOf(problem, shifts)
      const need: Need = { group, demandMinutes, supply: 0 }
      for (const person of pool.people) needs[person]!.push(need)
    }
  }
  return needs
}
