// The one ordered list of rules. A new rule is a folder and a line here.

import { contractMinutes } from './contract-minutes/index.ts'
import { fairMinutes } from './fair-minutes/index.ts'
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
import { minMinutes } from './min-minutes/index.ts'
import { minRest } from './min-rest/index.ts'
import { noOverlap } from './no-overlap/index.ts'
import { overCover } from './over-cover/index.ts'
import { pinned } from './pinned/index.ts'
import { preferredTime } from './preferred-time/index.ts'
import { requestOff } from './request-off/index.ts'
import { requestOn } from './request-on/index.ts'
import { requiredSkill } from './required-skill/index.ts'
import { siteEligibility } from './site-eligibility/index.ts'
import { succession } from './succession/index.ts'
import { targetCover } from './target-cover/index.ts'
import { unavailable } from './unavailable/index.ts'
import { unpreferredTime } from './unpreferred-time/index.ts'

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
  maxWeekends,
  succession,
  maxShiftsOfType,
  maxConsecutiveNights,
  siteEligibility,
  maxHeadCount,
  pinned,
  minCover,
  targetCover,
  overCover,
  requestOn,
  requestOff,
  preferredTime,
  unpreferredTime,
  contractMinutes,
  fairMinutes,
  labourCost,
]

const byId = new Map(registry.map((rule) => [rule.id, rule]))

export function findRule(id: string): Rule | undefined {
  return byId.get(id)
}
