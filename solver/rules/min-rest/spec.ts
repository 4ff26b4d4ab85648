import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { isNight } from '../kit/nights.ts'
import { employeeId, holdsOn, personUses, shiftIds } from '../kit/uses.ts'

export interface MinRestParams {
  minutes: number
  afterNightMinutes?: number
  nightTag?: string
  nightFrom: string
  nightTo: string
  splitShiftAllowed: boolean
}

/** Minutes of rest due after an item. */
function restDueMinutes(frame: Frame, item: number, params: MinRestParams): number {
  if (params.afterNightMinutes === undefined) return params.minutes
  const tag = params.nightTag === undefined ? {} : { tag: params.nightTag }
  const night = { from: params.nightFrom, to: params.nightTo, ...tag }
  return isNight(frame, item, night) ? params.afterNightMinutes : params.minutes
}

/** At least so many minutes between a shift's end and the next one's start. Size: missing minutes; an overlap misses all. */
export function spec(view: RosterView, uses: RuleUses<MinRestParams>): Breach[] {
  const { frame } = view
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const line = view.lines[person]!
    for (let index = 1; index < line.length; index++) {
      const before = line[index - 1]!
      const after = line[index]!
      const day = frame.day[after]!
      if (day < 0 || !holdsOn(held, day)) continue
      if (held.use.params.splitShiftAllowed && frame.day[before] === day) continue
      const gapMinutes = frame.start[after]! - frame.end[before]!
      const requiredMinutes = restDueMinutes(frame, before, held.use.params)
      const missing = requiredMinutes - Math.max(0, gapMinutes)
      if (missing <= 0) continue
      const shifts = shiftIds(view, [before, after])
      breaches.push(breachOf(held.use, missing, [employeeId(view, person)], shifts, { gapMinutes, requiredMinutes }))
    }
  }
  return breaches
}
