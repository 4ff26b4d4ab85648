import type { RuleUses } from '../kit/define-rule.ts'
import { chargeTwos } from '../kit/linear-lines.ts'
import type { LinearModel } from '../kit/linear-model.ts'
import { siteMinutes } from '../kit/ways.ts'
import type { NoOverlapParams } from './spec.ts'

/** Any two items that meet, or leave too little time for the way: the minutes missing when both are worked. */
export function linear(model: LinearModel, uses: RuleUses<NoOverlapParams>): void {
  const { start, end, site, problem } = model.frame
  const given = siteMinutes(model.frame)
  const wayMinutes = (from: number, to: number, flat: number) => {
    if (site[from] === site[to]) return 0
    const minutes =
      given !== null && site[from]! >= 0 && site[to]! >= 0 ? given[site[from]! * problem.sites.length + site[to]!]! : -1
    return minutes < 0 ? flat : minutes
  }
  chargeTwos(model, uses, (one, other, { travelMinutes }) => {
    const [first, second] = start[one]! <= start[other]! ? [one, other] : [other, one]
    const common = Math.min(end[one]!, end[other]!) - start[second]!
    return common > 0 ? common : Math.max(0, common + wayMinutes(first, second, travelMinutes))
  })
}
