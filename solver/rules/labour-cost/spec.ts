import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import { coveredMinutes, parseTime, weekdayOf } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface LabourCostParams {
  sundayPercent: number
  nightMinorPerHour: number
  nightFrom: string
  nightTo: string
}

/** True minutes of a shift between the two local times that bound the night. */
function nightMinutesOf(frame: Frame, shift: number, params: LabourCostParams): number {
  const clock = frame.clocks[frame.site[shift]! < 0 ? frame.clocks.length - 1 : frame.site[shift]!]!
  const from = parseTime(params.nightFrom)!
  const to = parseTime(params.nightTo)!
  return coveredMinutes(clock.windowsInside(frame.start[shift]!, frame.end[shift]!, from, to, () => true))
}

/** Pay of one assignment in minor units: rate by the paid hour (Sundays by percent) and a night premium, each rounded down. */
export function payMinor(frame: Frame, shift: number, rateMinor: number, params: LabourCostParams): number {
  const percent = weekdayOf(frame.firstDay + frame.day[shift]!) === 7 ? params.sundayPercent : 100
  const base = Math.floor((rateMinor * frame.paidMinutes[shift]! * percent) / 6000)
  return base + Math.floor((params.nightMinorPerHour * nightMinutesOf(frame, shift, params)) / 60)
}

/** What the roster costs. Size: minor units of money, one entry a person; who has no rate costs nothing. */
export function spec(view: RosterView, uses: RuleUses<LabourCostParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const employee = frame.problem.employees[person]!
    if (employee.rateMinor === undefined) continue
    const items = view.lines[person]!.filter((item) => item < frame.shiftCount && holdsOn(held, frame.day[item]!))
    let size = 0
    for (const item of items) size += payMinor(frame, item, employee.rateMinor, held.use.params)
    if (size > 0)
      breaches.push(
        breachOf(held.use, size, [employee.id], shiftIds(view, items), {
          rateMinor: employee.rateMinor,
          costMinor: size,
        }),
      )
  }
  return breaches
}
