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
    const { minutes, afterNightMinutes = minutes, nightTag, nightFrom: from, nightTo: to } = params
    const night = nightTag === undefined ? { from, to } : { from, to, tag: nightTag }
    const required = isNight(frame, earlier, night) ? afterNightMinutes : minutes
    return required - Math.max(0, frame.start[later]! - frame.end[earlier]!)
  })
}
