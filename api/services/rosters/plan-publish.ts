// May this roster be published, and what stays open if it is? Pure.
import type { Breach } from '../../../solver/model/outcome.ts'

export type PublishPlan =
  | { kind: 'refused'; hard: readonly Breach[] }
  /** `openShifts` lack people, `openHeads` is how many people in all; `warnings` counts the other breaches that remain. */
  | { kind: 'publish'; openShifts: number; openHeads: number; warnings: number }

/** A shift's minimum of people against those assigned. */
export interface Staffing {
  headsMin: number
  heads: number
}

/** Hard breaches refuse; missing people and soft breaches do not, they are counted so that the planner knows. */
export const planPublish = (breaches: readonly Breach[], staffing: readonly Staffing[]): PublishPlan => {
  const hard = breaches.filter((breach) => breach.level === 'hard')
  if (hard.length > 0) return { kind: 'refused', hard }
  const open = staffing.filter((shift) => shift.heads < shift.headsMin)
  return {
    kind: 'publish',
    openShifts: open.length,
    openHeads: open.reduce((sum, shift) => sum + shift.headsMin - shift.heads, 0),
    warnings: breaches.filter((breach) => breach.rule !== 'min-cover').length,
  }
}
