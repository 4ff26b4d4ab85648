// What a fair share of the work is: the demanded minutes spread over the people who take part, by their share of a job.
import type { Frame } from '../../model/frame.ts'
import type { RuleUse, RuleUses } from './define-rule.ts'

export interface FairShare {
  /** Employees to whom the setting applies. */
  people: readonly number[]
  /** By employee: 1 when among them. */
  takesPart: Uint8Array
  /** Minutes due to a full-time person. */
  fairMinutes: number
}

/** Minutes by which a person stands above or below a fair share from before. */
export function carriedMinutes(frame: Frame, employee: number): number {
  return frame.problem.employees[employee]!.history?.fairMinutesCarried ?? 0
}

export function sharePercentOf(frame: Frame, employee: number): number {
  return frame.problem.employees[employee]!.sharePercent ?? 100
}

/** Worked and carried minutes as if the person had a full-time job; rounded down. */
export function scaledMinutes(frame: Frame, employee: number, worked: number): number {
  return Math.floor(((worked + carriedMinutes(frame, employee)) * 100) / sharePercentOf(frame, employee))
}

const knownShares = new WeakMap<object, FairShare>()

/** What a setting shares out among whom, worked out once: it does not depend on the roster. */
export function fairShare<P>(frame: Frame, uses: RuleUses<P>, use: RuleUse<P>): FairShare {
  const known = knownShares.get(use)
  if (known) return known
  const made = shareOut(frame, uses, use)
  knownShares.set(use, made)
  return made
}

function shareOut<P>(frame: Frame, uses: RuleUses<P>, use: RuleUse<P>): FairShare {
  const people = uses.people.flatMap((list, employee) => (list.some((held) => held.use === use) ? [employee] : []))
  let minutes = 0
  frame.problem.shifts.forEach((shift, index) => {
    minutes += (shift.heads.target ?? shift.heads.min) * frame.paidMinutes[index]!
  })
  let share = 0
  const takesPart = new Uint8Array(frame.employeeCount)
  for (const employee of people) {
    takesPart[employee] = 1
    minutes += carriedMinutes(frame, employee)
    share += sharePercentOf(frame, employee)
  }
  return { people, takesPart, fairMinutes: share === 0 ? 0 : Math.floor((minutes * 100) / share) }
}

/** Every different setting in force for someone. */
export function distinctUses<P>(uses: RuleUses<P>): RuleUse<P>[] {
  return [...new Set(uses.people.flatMap((list) => list.map((held) => held.use)))]
}
