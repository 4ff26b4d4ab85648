// Shifts that are the same to every rule about a line: one of them stands for all in proofs about one person.
import type { Frame } from '../model/frame.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'

/** Whether rules look at where a shift is: ways between sites cost time. */
function lookAtSites({ problem }: Frame, rules: readonly RuleInForce[]): boolean {
  if ((problem.travelTimes ?? []).length > 0) return true
  return rules.some(({ uses }) =>
    uses.people.some((list) => list.some(({ use }) => Number(paramOf(use.params, 'travelMinutes') ?? 0) > 0)),
  )
}

const paramOf = (params: unknown, name: string): unknown =>
  Object.entries(params ?? {}).find(([key]) => key === name)?.[1]

/**
 * Splits shifts into kinds: the same instants, day, paid minutes, type and tags, and the same site where ways count. A rule about
 * lines cannot tell shifts of one kind apart. Kinds stand in the order of their first shifts.
 */
export function shiftKinds(frame: Frame, rules: readonly RuleInForce[], shifts: readonly number[]): number[][] {
  const { start, end, day, startMinuteOfDay, paidMinutes, type, tags, site } = frame
  const withSites = lookAtSites(frame, rules)
  const kinds = new Map<string, number[]>()
  for (const shift of shifts) {
    const times = [start[shift], end[shift], day[shift], startMinuteOfDay[shift], paidMinutes[shift]]
    const key = JSON.stringify([...times, type[shift], tags[shift], withSites ? site[shift] : null])
    const kind = kinds.get(key)
    if (kind) kind.push(shift)
    else kinds.set(key, [shift])
  }
  return [...kinds.values()]
}
