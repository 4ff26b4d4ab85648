// What every reader of a format answers: a problem, or every line that is wrong.
import type { Problem } from '../model/problem.ts'

/** One wrong place of a text. `line` is 1-based; 0 when the place has no line (something is missing altogether). */
export interface LineError {
  line: number
  reason: string
}

export type Reading = { kind: 'read'; problem: Problem } | { kind: 'unusable'; errors: readonly LineError[] }

/** "line 12: …", as a person reads it; no line number when the error has no line. */
export function describeLineError(error: LineError): string {
  return error.line > 0 ? `line ${error.line}: ${error.reason}` : error.reason
}
