import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import { coveredMinutes, parseTime, weekdayOf } from '../../model/time.ts'
import { breachOf, type PersonUse, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holidayTest } from '../kit/holidays.ts'
import { isJudged, type PeriodTable, periodTable } from '../kit/periods.ts'
import { typePremium } from '../kit/type-premium.ts'
import { holdsOn, personUses, shiftIds } from '../kit/uses.ts'
import { extraMinor, extraPercentMinutes, type OvertimeTier, readOvertime } from './overtime.ts'

export interface LabourCostParams {
  saturdayPercent: number
  sundayPercent: number
  holidayPercent: number
  nightMinorPerHour: number
  nightPercent: number
  nightFrom: string
  nightTo: string
  overtime?: readonly OvertimeTier[]
}

/** True minutes of a shift between the two local times that bound the night. */
function nightMinutesOf(frame: Frame, shift: number, params: LabourCostParams): number {
  const clock = frame.clocks[frame.site[shift]! < 0 ? frame.clocks.length - 1 : frame.site[shift]!]!
  const from = parseTime(params.nightFrom)!
  const to = parseTime(params.nightTo)!
  return coveredMinutes(clock.windowsInside(frame.start[shift]!, frame.end[shift]!, from, to, () => true))
}

/**
 * Pay of one assignment in minor units, overtime left out: rate by the paid hour at the dearest percentage of the day, the
 * premium of the shift's type, and those for true minutes of the night. Each part is rounded down.
 */
export function payMinor(
  frame: Frame,
  shift: number,
  rateMinor: number,
  params: LabourCostParams,
  isHoliday: (shift: number) => boolean,
): number {
  const weekday = weekdayOf(frame.firstDay + frame.day[shift]!)
  const ofDay = weekday === 7 ? params.sundayPercent : weekday === 6 ? params.saturdayPercent : 100
  const percent = isHoliday(shift) ? Math.max(ofDay, params.holidayPercent) : ofDay
  const { paidMinutes } = frame
  const ofType = Math.floor((rateMinor * paidMinutes[shift]! * typePremium(frame, shift)) / 6000)
  const base = Math.floor((rateMinor * paidMinutes[shift]! * percent) / 6000) + ofType
  if (params.nightMinorPerHour === 0 && params.nightPercent === 0) return base
  const night = nightMinutesOf(frame, shift, params)
  return (
    base +
    Math.floor((params.nightMinorPerHour * night) / 60) +
    Math.floor((rateMinor * night * params.nightPercent) / 6000)
  )
}

/**
 * What overtime adds to the pay of a person's line in minor units: week by week, by the setting of the week's last day
 * inside the period; what the past part of a week already earned is taken off.
 */
export function overtimeMinor(
  frame: Frame,
  person: number,
  line: readonly number[],
  held: PersonUse<LabourCostParams>,
): number {
  const overtime = readOvertime(held.use.params.overtime)
  const { rateMinor } = frame.problem.employees[person]!
  if (overtime === null || rateMinor === undefined) return 0
  const weeks = weeksOf(frame)
  let sum = 0
  for (const [week, { all, past }] of minutesByWeek(frame, weeks, line)) {
    if (!isJudged(frame, weeks, week, person, held.fromDay, held.untilDay, false)) continue
    sum += extraMinor(rateMinor, extraPercentMinutes(overtime, all))
    sum -= extraMinor(rateMinor, extraPercentMinutes(overtime, past))
  }
  return sum
}

const weekTables = new WeakMap<Frame, PeriodTable>()

/** Asked for again with every shift that is priced. */
function weeksOf(frame: Frame): PeriodTable {
  const known = weekTables.get(frame) ?? periodTable(frame, 'week', 6)
  weekTables.set(frame, known)
  return known
}

interface WeekMinutes {
  /** Paid minutes by day of the week, and those of them before the period. */
  all: number[]
  past: number[]
}

/** Of the weeks in which something is worked. */
function minutesByWeek(frame: Frame, weeks: PeriodTable, line: readonly number[]): Map<number, WeekMinutes> {
  const found = new Map<number, WeekMinutes>()
  const first = weeks.firstDay[0] ?? 0
  for (const item of line) {
    const day = frame.day[item]!
    const week = Math.floor((day - first) / 7)
    if (week < 0 || week >= weeks.firstDay.length) continue
    const known = found.get(week) ?? { all: [0, 0, 0, 0, 0, 0, 0], past: [0, 0, 0, 0, 0, 0, 0] }
    found.set(week, known)
    const weekday = day - first - 7 * week
    known.all[weekday]! += frame.paidMinutes[item]!
    if (day < 0) known.past[weekday]! += frame.paidMinutes[item]!
  }
  return found
}

/** What the roster costs. Size: minor units of money, one entry a person; who has no rate costs nothing. */
export function spec(view: RosterView, uses: RuleUses<LabourCostParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  const isHoliday = holidayTest(frame)
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    const { rateMinor } = employee
    if (rateMinor === undefined) continue
    const items = view.lines[person]!.filter((item) => item < frame.shiftCount && holdsOn(held, frame.day[item]!))
    const overtime = overtimeMinor(frame, person, view.lines[person]!, held)
    let size = overtime
    for (const item of items) size += payMinor(frame, item, rateMinor, held.use.params, isHoliday)
    if (size > 0)
      breaches.push(
        breachOf(held.use, size, [employee.id], shiftIds(view, items), {
          rateMinor,
          costMinor: size,
          overtimeMinor: overtime,
        }),
      )
  }
  return breaches
}
