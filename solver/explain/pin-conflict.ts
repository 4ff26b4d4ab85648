// Pins that a person's own hard rules forbid.
import type { Frame } from '../model/frame.ts'
import type { Conflict } from '../model/outcome.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import type { Effort } from './effort.ts'
import { personalRules } from './hard-rules.ts'
import { canHoldPins } from './person-capacity.ts'
import { personLimits } from './person-limits.ts'
import { smallestSet } from './smallest-set.ts'

/** One conflict for each person whose pins cannot all stand. */
export function pinConflicts(frame: Frame, effort: Effort): Conflict[] {
  const rules = personalRules(frame.problem)
  const ofPins = rules.find(({ rule }) => rule.id === 'pinned')
  if (!ofPins) return []
  const others = rules.filter((rule) => rule !== ofPins)
  return frame.pins.flatMap((pins, employee) => {
    const held = ofPins.uses.people[employee]!
    const owed = pins.filter((pin) =>
      held.some(({ fromDay, untilDay }) => frame.day[pin]! >= fromDay && frame.day[pin]! < untilDay),
    )
    const fails = (kept: readonly RuleInForce[], list: readonly number[]) =>
      effort.spend(list.length ** 2) ? !canHoldPins(personLimits(frame.problem, kept, employee, [], list)) : null
    return owed.length > 0 && fails(others, owed) ? [conflictOf(frame, employee, others, owed, fails)] : []
  })
}

function conflictOf(
  { problem }: Frame,
  employee: number,
  all: readonly RuleInForce[],
  pins: readonly number[],
  fails: (rules: readonly RuleInForce[], pins: readonly number[]) => boolean | null,
): Conflict {
  const rules = smallestSet(all, (kept) => fails(kept, pins))
  const shifts = smallestSet(pins, (kept) => fails(rules.kept, kept))
  const ids = shifts.kept.map((shift) => problem.shifts[shift]!.id)
  const names = rules.kept.map(({ rule }) => rule.id)
  const heads = { headsNeeded: ids.length, headsMax: ids.length - 1 }
  return {
    rules: ['pinned', ...names],
    shifts: ids,
    isSmallest: rules.isSmallest && shifts.isSmallest,
    people: [problem.employees[employee]!.id],
    skills: [],
    ...heads,
    family: { shifts: ids, ...heads },
    relaxations: ['pinned', ...names].map((rule) => ({ rule, skill: null, missingHeadsLeft: 0 })),
  }
}
