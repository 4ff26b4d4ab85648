// The one ordered list of rules. A new rule is a folder and a line here.

import { breakRequired } from './break-required/index.ts'
import { budget } from './budget/index.ts'
import { compactDay } from './compact-day/index.ts'
import { completeWeekend } from './complete-weekend/index.ts'
import { contractMinutes } from './contract-minutes/index.ts'
import { demandCurve } from './demand-curve/index.ts'
import { disruption } from './disruption/index.ts'
import { fairHolidays } from './fair-holidays/index.ts'
import { fairMinutes } from './fair-minutes/index.ts'
import { fairNights } from './fair-nights/index.ts'
import { fairShiftTypes } from './fair-shift-types/index.ts'
import { fairWeekends } from './fair-weekends/index.ts'
import type { Rule } from './kit/define-rule.ts'
import { labourCost } from './labour-cost/index.ts'
import { maxConsecutiveDays } from './max-consecutive-days/index.ts'
import { maxConsecutiveNights } from './max-consecutive-nights/index.ts'
import { maxHeadCount } from './max-head-count/index.ts'
import { maxMinutes } from './max-minutes/index.ts'
import { maxShiftsOfType } from './max-shifts-of-type/index.ts'
import { maxShiftsPerDay } from './max-shifts-per-day/index.ts'
import { maxWeekends } from './max-weekends/index.ts'
import { minConsecutiveDays } from './min-consecutive-days/index.ts'
import { minConsecutiveDaysOff } from './min-consecutive-days-off/index.ts'
import { minCover } from './min-cover/index.ts'
import { minDaysOffAfterNights } from './min-days-off-after-nights/index.ts'
import { minMinutes } from './min-minutes/index.ts'
import { minRest } from './min-rest/index.ts'
import { minShiftsOfType } from './min-shifts-of-type/index.ts'
import { noOverlap } from './no-overlap/index.ts'
import { notTogether } from './not-together/index.ts'
import { onlyTogether } from './only-together/index.ts'
import { optionalShift } from './optional-shift/index.ts'
import { overCover } from './over-cover/index.ts'
import { pinned } from './pinned/index.ts'
import { preferredEmployee } from './preferred-employee/index.ts'
import { preferredSkill } from './preferred-skill/index.ts'
import { preferredTime } from './preferred-time/index.ts'
import { prohibitedEmployee } from './prohibited-employee/index.ts'
import { requestOff } from './request-off/index.ts'
import { requestOn } from './request-on/index.ts'
import { requiredSkill } from './required-skill/index.ts'
import { rotation } from './rotation/index.ts'
import { shortTurnaround } from './short-turnaround/index.ts'
import { siteEligibility } from './site-eligibility/index.ts'
import { succession } from './succession/index.ts'
import { targetCover } from './target-cover/index.ts'
import { travel } from './travel/index.ts'
import { unavailable } from './unavailable/index.ts'
import { unpreferredEmployee } from './unpreferred-employee/index.ts'
import { unpreferredTime } from './unpreferred-time/index.ts'
import { weeklyRest } from './weekly-rest/index.ts'

export const registry: readonly Rule[] = [
  requiredSkill,
  noOverlap,
  unavailable,
  minRest,
  maxShiftsPerDay,
  maxMinutes,
  minMinutes,
  maxConsecutiveDays,
  minConsecutiveDays,
  minConsecutiveDaysOff,
  weeklyRest,
  maxWeekends,
  completeWeekend,
  succession,
  maxShiftsOfType,
  minShiftsOfType,
  maxConsecutiveNights,
  minDaysOffAfterNights,
  siteEligibility,
  prohibitedEmployee,
  notTogether,
  onlyTogether,
  maxHeadCount,
  breakRequired,
  pinned,
  minCover,
  demandCurve,
  targetCover,
  overCover,
  requestOn,
  requestOff,
  preferredTime,
  unpreferredTime,
  preferredEmployee,
  unpreferredEmployee,
  preferredSkill,
  contractMinutes,
  fairMinutes,
  fairWeekends,
  fairNights,
  fairHolidays,
  fairShiftTypes,
  labourCost,
  budget,
  shortTurnaround,
  rotation,
  compactDay,
  travel,
  disruption,
  optionalShift,
]

const byId = new Map(registry.map((rule) => [rule.id, rule]))

export function findRule(id: string): Rule | undefined {
  return byId.get(id)
}
