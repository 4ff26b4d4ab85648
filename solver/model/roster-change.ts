// What happens to a published roster: the events after which it is planned again.
import type { EmployeeId, Instant, Shift, ShiftId } from './problem.ts'

export type RosterChange =
  /** Sickness, leave: the person cannot work in the span. */
  | { kind: 'away'; employee: EmployeeId; start: Instant; end: Instant }
  | { kind: 'shift-added'; shift: Shift }
  | { kind: 'shift-removed'; shift: ShiftId }
  | { kind: 'shift-moved'; shift: ShiftId; start: Instant; end: Instant }
  /** The assignment is no longer fixed; it stays where it breaks no hard rule. */
  | { kind: 'pin-lost'; employee: EmployeeId; shift: ShiftId }
