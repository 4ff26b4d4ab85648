// What people bear: minutes, nights, weekends, holidays. Nights and weekends are what the organisation's settings of
// fair-nights and fair-weekends say they are, or what those rules say by themselves.
import type { Frame } from '../model/frame.ts'
import type { BurdenFigures } from '../model/outcome.ts'
import { fairNights } from '../rules/fair-nights/index.ts'
import { fairWeekends } from '../rules/fair-weekends/index.ts'
import type { FairWeekendsParams } from '../rules/fair-weekends/spec.ts'
import type { RosterView, Rule } from '../rules/kit/define-rule.ts'
import { sharePercentOf } from '../rules/kit/fair-share.ts'
import { holidayTest } from '../rules/kit/holidays.ts'
import { isNight, type NightParams } from '../rules/kit/nights.ts'
import { readParameters } from '../rules/kit/parameters.ts'
import { resolveUses } from '../rules/kit/uses.ts'
import { weekendOf } from '../rules/kit/weekends.ts'
import { prohibitedEmployee } from '../rules/prohibited-employee/index.ts'
import { requiredSkill } from '../rules/required-skill/index.ts'
import { siteEligibility } from '../rules/site-eligibility/index.ts'

export interface Burden {
  kind: BurdenFigures['burden']
  /** What a set of one person's shifts amounts to. */
  borneBy(shifts: readonly number[]): number
}

/** The burdens of a problem, in the order in which they are shown. */
export function burdensOf(frame: Frame): Burden[] {
  const nights = paramsOf(frame, fairNights) as NightParams
  const { weekdays } = paramsOf(frame, fairWeekends) as FairWeekendsParams
  const isHoliday = holidayTest(frame)
  const weekendsOf = (shifts: readonly number[]) =>
    new Set(shifts.map((shift) => weekendOf(frame, frame.day[shift]!, weekdays)).filter((weekend) => weekend !== null))
  return [
    { kind: 'minutes', borneBy: (shifts) => shifts.reduce((sum, shift) => sum + frame.paidMinutes[shift]!, 0) },
    { kind: 'nights', borneBy: (shifts) => shifts.filter((shift) => isNight(frame, shift, nights)).length },
    { kind: 'weekends', borneBy: (shifts) => weekendsOf(shifts).size },
    { kind: 'holidays', borneBy: (shifts) => shifts.filter(isHoliday).length },
  ]
}

/** The parameters of the organisation's first setting of a rule, its own defaults without one. */
function paramsOf({ problem }: Frame, rule: Rule): unknown {
  const setting = problem.rules.find(({ rule: id, level }) => id === rule.id && level !== 'off')
  return readParameters(rule.parameters, setting?.params ?? {}, '', () => true).params
}

const lasting = [requiredSkill, siteEligibility, prohibitedEmployee]

/** By employee: the shifts for which the person has the skills, at sites where the person may work. */
export function possibleShifts(view: RosterView): number[][] {
  const { frame } = view
  const checks = lasting.map((rule) => ({ rule, uses: resolveUses(frame, { ...rule, implicit: true }) }))
  const everything = frame.problem.shifts.map((_, index) => index)
  const lines: (readonly number[])[] = frame.problem.employees.map(() => [])
  return frame.problem.employees.map((_, person) => {
    lines[person] = everything
    const alone = { ...view, lines, people: [person] }
    const barred = new Set(
      checks.flatMap(({ rule, uses }) => rule.spec(alone, uses).map((breach) => breach.shifts[0]!)),
    )
    lines[person] = []
    return everything.filter((shift) => !barred.has(frame.problem.shifts[shift]!.id))
  })
}

/** How each burden is spread over everyone who could bear some of it; `worked` are each person's shifts. */
export function burdenFigures(
  frame: Frame,
  worked: readonly (readonly number[])[],
  possible: readonly (readonly number[])[],
): BurdenFigures[] {
  return burdensOf(frame).map(({ kind, borneBy }) => {
    const people = frame.problem.employees.flatMap((_, person) => (borneBy(possible[person]!) > 0 ? [person] : []))
    const borne = people.map((person) => borneBy(worked[person]!))
    const scaled = people.map((person, index) => (borne[index]! * 100) / sharePercentOf(frame, person))
    return {
      burden: kind,
      people: people.length,
      total: borne.reduce((sum, one) => sum + one, 0),
      least: borne.reduce((least, one) => Math.min(least, one), borne[0] ?? 0),
      most: borne.reduce((most, one) => Math.max(most, one), 0),
      giniThousandths: giniThousandths(scaled),
    }
  })
}

/** Gini coefficient (mean absolute difference over twice the mean) in thousandths, rounded. */
export function giniThousandths(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value, 0)
  return Math.round((1000 * weighted) / (sorted.length * total))
}
