// What an assignment is paid, for rules about money: by the labour-cost setting in force, or by the plain rate without one.
import type { Frame } from '../../model/frame.ts'
import { labourCost } from '../labour-cost/index.ts'
import { type LabourCostParams, overtimeMinor, payMinor } from '../labour-cost/spec.ts'
import type { RuleUses } from './define-rule.ts'
import { holidayTest } from './holidays.ts'
import { resolveUses } from './uses.ts'

const plain: LabourCostParams = {
  saturdayPercent: 100,
  sundayPercent: 100,
  holidayPercent: 100,
  nightMinorPerHour: 0,
  nightPercent: 0,
  nightFrom: '18:00',
  nightTo: '06:00',
}

/** Pay in minor units of one person on one shift, overtime left out; somebody without a rate costs nothing. */
export function payOf(frame: Frame): (employee: number, shift: number) => number {
  const uses = resolveUses(frame, labourCost) as RuleUses<LabourCostParams>
  const isHoliday = holidayTest(frame)
  return (employee, shift) => {
    const { rateMinor } = frame.problem.employees[employee]!
    if (rateMinor === undefined) return 0
    const day = frame.day[shift]!
    const held = uses.people[employee]!.find(({ fromDay, untilDay }) => day >= fromDay && day < untilDay)
    return payMinor(frame, shift, rateMinor, held?.use.params ?? plain, isHoliday)
  }
}

/** What overtime adds to a person's pay in minor units, over all settings in force for the person. */
export function overtimeOf(frame: Frame): (employee: number, line: readonly number[]) => number {
  const uses = resolveUses(frame, labourCost) as RuleUses<LabourCostParams>
  return (employee, line) =>
    uses.people[employee]!.reduce((sum, held) => sum + overtimeMinor(frame, employee, line, held), 0)
}
