// How many shifts a day of the grid must be able to hold.
import { type Frame, frameOf } from '../model/frame.ts'
import type { Problem, Roster } from '../model/problem.ts'
import type { RuleUses } from '../rules/kit/define-rule.ts'
import { mostOnOneDay } from '../rules/kit/grid.ts'
import { resolveUses } from '../rules/kit/uses.ts'
import { maxShiftsPerDay } from '../rules/max-shifts-per-day/index.ts'
import type { MaxShiftsPerDayParams } from '../rules/max-shifts-per-day/spec.ts'
import { minRest } from '../rules/min-rest/index.ts'
import type { MinRestParams } from '../rules/min-rest/spec.ts'

const mostSlots = 4

/** At least what the given rosters hold; more only where rules let somebody work several shifts on one day. */
export function slotsOf(problem: Problem, rosters: readonly Roster[]): number {
  const frame = frameOf(problem)
  let slots = Math.min(longestChain(frame, leastRestMinutes(frame)), shiftsAllowed(frame), mostSlots)
  for (const roster of rosters) slots = Math.max(slots, fullestDay(frame, roster))
  return Math.max(1, slots)
}

/** The largest hard limit of shifts a day over all people; endless when somebody has none. */
function shiftsAllowed(frame: Frame): number {
  const uses = resolveUses(frame, maxShiftsPerDay) as RuleUses<MaxShiftsPerDayParams>
  return Math.max(
    ...uses.people.map((list) => {
      const hard = list.filter(({ use }) => use.level === 'hard')
      return hard.length === 0 ? Infinity : Math.max(...hard.map(({ use }) => use.params.shifts))
    }),
  )
}

/** The least hard rest between two shifts of one day that somebody has. */
function leastRestMinutes(frame: Frame): number {
  const uses = resolveUses(frame, minRest) as RuleUses<MinRestParams>
  return Math.min(
    ...uses.people.map((list) => {
      const hard = list.filter(({ use }) => use.level === 'hard')
      const least = ({ params }: { params: MinRestParams }) =>
        params.splitShiftAllowed ? 0 : Math.min(params.minutes, params.afterNightMinutes ?? params.minutes)
      return hard.length === 0 ? 0 : Math.min(...hard.map(({ use }) => least(use)))
    }),
  )
}

/** The most shifts of one day that can follow each other with the rest between them. */
function longestChain(frame: Frame, restMinutes: number): number {
  const byDay = new Map<number, number[]>()
  for (let shift = 0; shift < frame.shiftCount; shift++)
    byDay.set(frame.day[shift]!, [...(byDay.get(frame.day[shift]!) ?? []), shift])
  let longest = 1
  for (const shifts of byDay.values()) {
    shifts.sort((a, b) => frame.end[a]! - frame.end[b]!)
    let chain = 0
    let free = -Infinity
    for (const shift of shifts)
      if (frame.start[shift]! >= free) {
        chain++
        free = frame.end[shift]! + restMinutes
      }
    longest = Math.max(longest, chain)
  }
  return longest
}

function fullestDay(frame: Frame, roster: Roster): number {
  const lines = new Map<string, number[]>()
  for (const { employee, shift } of roster.assignments) {
    const line = lines.get(employee) ?? []
    const index = frame.shiftIndex.get(shift)
    if (index !== undefined && !line.includes(index)) line.push(index)
    lines.set(employee, line)
  }
  return Math.max(1, ...[...lines.values()].map((line) => mostOnOneDay(frame, line)))
}
