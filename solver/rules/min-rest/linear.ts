import type { RuleUses } from '../kit/define-rule.ts'
import { chargeNeighbours } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { isNight } from '../kit/nights.ts'
import type { MinRestParams } from './spec.ts'

/** Two neighbours with too little rest: the missing minutes when both are worked and nothing between them. */
export function linear(model: LinearModel, uses: RuleUses<MinRestParams>): void {
  const { frame } = model
  chargeNeighbours(model, uses, (earlier, later, params) => {
    if (params.splitShiftAllowed && frame.day[earlier] === frame.day[later]) return 0
    const gapMinutes = Math.max(0, frame.start[later]! - frame.end[earlier]!)
    const { minutes, afterNightMinutes, nightTag, nightFrom: from, nightTo: to } = params
    if (afterNightMinutes === undefined || gapMinutes >= Math.max(minutes, afterNightMinutes))
      return minutes - gapMinutes
    const night = nightTag === undefined ? { from, to } : { from, to, tag: nightTag }
    return (isNight(frame, earlier, night) ? afterNightMinutes : minutes) - gapMinutes
  })
}
