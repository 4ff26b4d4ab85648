// What happens to a published roster: the events after which it is planned again.
import type { EmployeeId, Instant, Shift, ShiftId } from './problem.ts'

export type RosterChange =
  /** Sickness, leave: the person cannot work in the span. */
  | { kind: 'away'; employee: EmployeeId; start: Instant; end: Instant }
  | { kind: 'shift-added'; shift: Shift }
  /** The shift lacks people. */
  | { kind: 'shift-open'; shift: ShiftId }
  | { kind: 'shift-removed'; shift: ShiftId }
  | { kind: 'shift-moved'; shift: ShiftId; start: Instant; end: Instant }
  /** The assignment is no longer fixed; it stays where it breaks no hard rule. */
  | { kind: 'pin-lost'; employee: EmployeeId; shift: ShiftId }

/** What a roster is mended after, and when: what began before `at` stays, and notice is counted from there. */
export interface Repair {
  at: Instant
  changes: readonly RosterChange[]
}
