// What every reader of a format answers: a problem, or every line that is wrong.
import type { Problem } from '../model/problem.ts'

/** One wrong place of a text. `line` is 1-based; 0 when the place has no line (something is missing altogether). */
export interface LineError {
  /** Set when several files are read together. */
  file?: string
  line: number
  reason: string
}

export type Reading = { kind: 'read'; problem: Problem } | { kind: 'unusable'; errors: readonly LineError[] }

/** "people.csv, line 12: …", as a person reads it; what is not known is left out. */
export function describeLineError({ file, line, reason }: LineError): string {
  const place = [file, line > 0 ? `line ${line}` : undefined].filter((part) => part !== undefined).join(', ')
  return place === '' ? reason : `${place}: ${reason}`
}
