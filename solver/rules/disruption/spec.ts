import type { Frame } from '../../model/frame.ts'
import type { Breach } from '../../model/outcome.ts'
import { parseInstant } from '../../model/time.ts'
import { breachOf, type RosterView, type RuleUses } from '../kit/define-rule.ts'
import { holdsOn, personUses } from '../kit/uses.ts'

export interface DisruptionParams {
  size: number
  notices?: readonly { underMinutes: number; size: number }[]
}

/** What one change costs that leaves so many minutes until the shift starts. */
function sizeAt(params: DisruptionParams, noticeMinutes: number): number {
  const due = (params.notices ?? []).filter(({ underMinutes }) => noticeMinutes < underMinutes)
  return Math.max(params.size, ...due.map(({ size }) => size))
}

/** Published assignments by employee, as shift indices. */
function publishedShifts(frame: Frame): ReadonlyMap<string, ReadonlySet<number>> {
  const published = new Map<string, Set<number>>()
  for (const { employee, shift } of frame.problem.published?.assignments ?? [])
    published.set(employee, (published.get(employee) ?? new Set()).add(frame.shiftIndex.get(shift)!))
  return published
}

/** Assignments taken away from, or added to, what was published. Size: points, the more the less notice a change leaves. */
export function spec(view: RosterView, uses: RuleUses<DisruptionParams>): Breach[] {
  const { frame } = view
  const at = frame.problem.published?.at
  if (at === undefined) return []
  const publishedAt = parseInstant(at)!
  const published = publishedShifts(frame)
  const breaches: Breach[] = []
  for (const [person, held] of personUses(view, uses)) {
    const { id } = frame.problem.employees[person]!
    const before = published.get(id) ?? new Set()
    const after = new Set(view.lines[person]!.filter((item) => item < frame.shiftCount))
    const added = [...after].filter((shift) => !before.has(shift))
    const removed = [...before].filter((shift) => !after.has(shift))
    for (const [change, shifts] of Object.entries({ added, removed }))
      for (const shift of shifts) {
        if (!holdsOn(held, frame.day[shift]!)) continue
        const noticeMinutes = frame.start[shift]! - publishedAt
        const size = sizeAt(held.use.params, noticeMinutes)
        if (size > 0)
          breaches.push(breachOf(held.use, size, [id], [frame.problem.shifts[shift]!.id], { change, noticeMinutes }))
      }
  }
  return breaches
}
