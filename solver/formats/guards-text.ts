// The JSON of a guards problem, every wrong value named by its path. Times are local, in one zone.
import { isZone } from '../model/time.ts'
import { isLocalDate, isLocalDateTime } from './zoned.ts'

/** From lowest to highest. */
export const gradesAscending = ['E', 'D', 'C', 'B', 'A'] as const
type Grade = (typeof gradesAscending)[number]

export interface Guard {
  id: string
  role: 'unarmed' | 'armed' | 'supervisor'
  grade: Grade
  firearms: string[]
  /** Last local day on which the certificate holds. */
  certifiedUntil: string
  rateCents: number
  weekMinutesMax: number
  /** Local days. */
  unavailable: string[]
}

export interface GuardShift {
  id: string
  site: string
  /** Local, "YYYY-MM-DDTHH:MM". */
  start: string
  end: string
  paidMinutes: number
  heads: number
  role: 'unarmed' | 'armed'
  gradeMin: Grade
  firearm: string | null
}

export interface GuardsProblem {
  name: string
  timeZone: string
  restMinutesMin: number
  daysInAnySevenMax: number
  nightsInARowMax: number
  sundayPercent: number
  nightCentsPerHour: number
  fairnessCentsPerMinute: number
  employees: Guard[]
  shifts: GuardShift[]
}

export interface PathIssue {
  path: string
  reason: string
}

type Check = (value: unknown) => string | undefined

const isWhole: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 ? undefined : 'must be a whole number of 0 or more'
const isText: Check = (value) =>
  typeof value === 'string' && value !== '' ? undefined : 'must be a text that is not empty'
const isDate: Check = (value) =>
  typeof value === 'string' && isLocalDate(value) ? undefined : 'must be a date like "2025-11-03"'
const isDateTime: Check = (value) =>
  typeof value === 'string' && isLocalDateTime(value) ? undefined : 'must be a local time like "2025-11-03T06:00"'
const oneOf =
  (...values: readonly (string | null)[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : `must be one of ${values.join(', ')}`
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.map(check).find((reason) => reason) : 'must be a list'

const headChecks: Record<Exclude<keyof GuardsProblem, 'employees' | 'shifts'>, Check> = {
  name: isText,
  timeZone: (value) =>
    typeof value === 'string' && isZone(value) ? undefined : 'must be an IANA time zone like "Africa/Johannesburg"',
  restMinutesMin: isWhole,
  daysInAnySevenMax: isWhole,
  nightsInARowMax: isWhole,
  sundayPercent: isWhole,
  nightCentsPerHour: isWhole,
  fairnessCentsPerMinute: isWhole,
}

const guardChecks: Record<keyof Guard, Check> = {
  id: isText,
  role: oneOf('unarmed', 'armed', 'supervisor'),
  grade: oneOf(...gradesAscending),
  firearms: listOf(isText),
  certifiedUntil: isDate,
  rateCents: isWhole,
  weekMinutesMax: isWhole,
  unavailable: listOf(isDate),
}

const shiftChecks: Record<keyof GuardShift, Check> = {
  id: isText,
  site: isText,
  start: isDateTime,
  end: isDateTime,
  paidMinutes: isWhole,
  heads: isWhole,
  role: oneOf('unarmed', 'armed'),
  gradeMin: oneOf(...gradesAscending),
  firearm: (value) => (value === null ? undefined : isText(value)),
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Checks every value of a guards problem; all wrong places at once. Unknown fields are ignored, as the format allows. */
export function checkGuards(value: unknown): { problem?: GuardsProblem; issues: PathIssue[] } {
  if (!isRecord(value)) return { issues: [{ path: '', reason: 'a guards problem is a JSON object' }] }
  const issues: PathIssue[] = []
  const check = (record: Record<string, unknown>, checks: Record<string, Check>, at: string) => {
    for (const [key, test] of Object.entries(checks)) {
      const reason = test(record[key])
      if (!reason) continue
      const shown = key in record ? `, not ${JSON.stringify(record[key])}` : '; it is missing'
      issues.push({ path: `${at}${key}`, reason: `${key} ${reason}${shown}` })
    }
  }
  check(value, headChecks, '')
  for (const [list, checks] of [
    ['employees', guardChecks],
    ['shifts', shiftChecks],
  ] as const) {
    const entries = value[list]
    if (!Array.isArray(entries)) {
      issues.push({ path: list, reason: `${list} must be a list` })
      continue
    }
    const ids = new Set<unknown>()
    for (const [index, entry] of entries.entries()) {
      const at = `${list}[${index}]`
      if (!isRecord(entry)) issues.push({ path: at, reason: `${at} must be an object` })
      else {
        check(entry, checks, `${at}.`)
        if (ids.has(entry.id))
          issues.push({ path: `${at}.id`, reason: `the id ${JSON.stringify(entry.id)} stands there twice` })
        ids.add(entry.id)
        const [start, end] = [entry.start, entry.end].map(String)
        if (list === 'shifts' && !isDateTime(start) && !isDateTime(end) && end! <= start!)
          issues.push({ path: `${at}.end`, reason: `the shift ends at ${end}, not after its start ${start}` })
      }
    }
  }
  return issues.length > 0 ? { issues } : { problem: value as unknown as GuardsProblem, issues }
}
