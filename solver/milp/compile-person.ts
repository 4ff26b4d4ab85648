import type { Frame } from '../model/frame.ts'
import type { RosterView } from '../rules/kit/define-rule.ts'
import type { LineLimits } from './compile-limits.ts'
import type { LinePerson } from './line-model.ts'
import type { PairCosts } from './read-rules.ts'

/** Which shift may follow which from one day to the next, as classes of shifts that behave alike. */
export interface Successions {
  classes: number
  /** By shift: its class on its day. */
  classOf: Int32Array
  follows: Uint8Array
}

/** Asks the rules that compare two shifts about every pair of neighbouring days. */
export function successionsOf(
  frame: Frame,
  person: number,
  limit: LineLimits,
  byDay: readonly (readonly number[])[],
): Successions {
  const lines: number[][] = frame.problem.employees.map(() => [])
  const view: RosterView = { frame, lines, heads: new Int32Array(frame.shiftCount), people: [person], shifts: [] }
  const may = byDay.map((shifts, d) =>
    (byDay[d - 1] ?? []).map((before) =>
      shifts.map((after) => {
        lines[person] = [before, after]
        return limit.pairRules.every(({ rule, uses }) => rule.spec(view, uses).length === 0)
      }),
    ),
  )
  const classOf = new Int32Array(frame.shiftCount)
  let classes = 1
  for (const [d, shifts] of byDay.entries()) {
    const seen = new Map<string, number>()
    for (const [i, shift] of shifts.entries()) {
      const key = `${may[d]!.map((row) => (row[i] ? 1 : 0)).join('')}|${(may[d + 1]?.[i] ?? []).map((ok) => (ok ? 1 : 0)).join('')}`
      if (!seen.has(key)) seen.set(key, seen.size)
      classOf[shift] = seen.get(key)!
    }
    classes = Math.max(classes, seen.size)
  }
  const follows = new Uint8Array(byDay.length * classes * classes)
  for (const [d, shifts] of byDay.entries())
    for (const [i, before] of (byDay[d - 1] ?? []).entries())
      for (const [j, after] of shifts.entries())
        if (may[d]![i]![j]) follows[(d * classes + classOf[before]!) * classes + classOf[after]!] = 1
  return { classes, classOf, follows }
}

/** One person's lines: options by day in groups of equal class, units and count, and the limits in units. */
export function personLine(
  frame: Frame,
  limit: LineLimits,
  pair: PairCosts,
  unitMinutes: number,
  successions: Successions,
  byDay: readonly (readonly number[])[],
): LinePerson {
  const unitsMax = Math.floor(limit.minutesMax / unitMinutes)
  const counterOf = new Map<number, number>()
  const countersMax: number[] = []
  for (const [type, max] of limit.typesMax) {
    if (max === 0 || max >= frame.days) continue
    counterOf.set(type, countersMax.length)
    countersMax.push(max)
  }
  const dayStart = [0]
  const groupClass: number[] = []
  const groupUnits: number[] = []
  const groupCounter: number[] = []
  const groupStart = [0]
  const optionCell: number[] = []
  const optionCost: number[] = []
  const offCost = new Float64Array(frame.days)
  for (const [d, shifts] of byDay.entries()) {
    const owed = shifts.filter((shift) => pair.owed[shift] === 1)
    if (owed.length > 0) offCost[d] = Number.POSITIVE_INFINITY
    const groups = new Map<string, { key: [number, number, number]; shifts: number[] }>()
    for (const shift of owed.length > 0 ? owed : shifts) {
      const isClosed =
        pair.forbidden[shift] === 1 || limit.closed.has(shift) || limit.typesMax.get(frame.type[shift]!) === 0
      if (isClosed && owed.length === 0) continue
      const key: [number, number, number] = [
        successions.classOf[shift]!,
        frame.paidMinutes[shift]! / unitMinutes,
        counterOf.get(frame.type[shift]!) ?? -1,
      ]
      const group = groups.get(key.join()) ?? { key, shifts: [] }
      groups.set(key.join(), group)
      group.shifts.push(shift)
    }
    for (const { key, shifts: members } of groups.values()) {
      groupClass.push(key[0])
      groupUnits.push(key[1])
      groupCounter.push(key[2])
      for (const shift of members) {
        optionCell.push(shift)
        optionCost.push(pair.cost[shift]! + (limit.wishes.get(shift) ?? 0))
      }
      groupStart.push(optionCell.length)
    }
    dayStart.push(groupClass.length)
  }
  return {
    options: {
      dayStart: Int32Array.from(dayStart),
      groupClass: Int32Array.from(groupClass),
      groupUnits: Int32Array.from(groupUnits),
      groupCounter: Int32Array.from(groupCounter),
      groupStart: Int32Array.from(groupStart),
      optionCell: Int32Array.from(optionCell),
      optionCost: Float64Array.from(optionCost),
    },
    offCost,
    constant: limit.constant,
    unitsMin: Math.ceil(limit.minutesMin / unitMinutes),
    unitsMax,
    weekendsMax: Math.min(limit.weekendsMax, 63),
    countersMax: Int32Array.from(countersMax),
    runMin: limit.runMin,
    runMax: limit.runMax,
    offMin: limit.offMin,
    before: limit.before,
    follows: successions.follows,
    classes: successions.classes,
  }
}
