// settings.json of a folder of CSV files: the organisation, its roster period and its rules.
import type { LocalDate, RuleSetting } from '../../model/problem.ts'
import { isZone, parseDate } from '../../model/time.ts'
import { parseJsonSource } from '../json-source.ts'
import type { LineError } from '../reading.ts'

export interface FolderSettings {
  name: string
  /** IANA time zone of the organisation. */
  zone: string
  /** First day of a week: 1 (Monday) to 7. */
  weekStart: number
  period: { start: LocalDate; days: number }
  /** The organisation's rule settings. */
  rules: RuleSetting[]
  /** Further rule settings of contracts, by the contract's code, where columns of contracts.csv do not reach. */
  contractRules: Record<string, RuleSetting[]>
}

type Fields = Record<string, unknown>

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isRules = (value: unknown): value is RuleSetting[] =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry.rule === 'string')

/** Reads settings; every wrong place by its line. Rule parameters are checked by the engine, not here. */
export function readSettings(text: string): { settings?: FolderSettings; errors: LineError[] } {
  const source = parseJsonSource(text)
  if (source.kind === 'unusable') return { errors: [...source.errors] }
  const value = isRecord(source.value) ? source.value : {}
  const period: Fields = isRecord(value.period) ? value.period : {}
  const errors: LineError[] = []
  const check = (isGood: boolean, path: string, reason: string) => {
    if (!isGood) errors.push({ line: source.lineOf(path), reason: `${path} ${reason}` })
  }
  const contractRules = value.contractRules ?? {}
  check(typeof value.name === 'string' && value.name !== '', 'name', 'must be a text')
  check(typeof value.zone === 'string' && isZone(value.zone), 'zone', 'must be an IANA time zone like Europe/Berlin')
  check(isWhole(value.weekStart ?? 1, 1, 7), 'weekStart', 'must be 1 (Monday) to 7')
  check(
    typeof period.start === 'string' && parseDate(period.start) !== null,
    'period.start',
    'must be a date like 2027-03-28',
  )
  check(isWhole(period.days, 1, 366), 'period.days', 'must be a whole number from 1 to 366')
  check(isRules(value.rules), 'rules', 'must be a list of rule settings')
  check(
    isRecord(contractRules) && Object.values(contractRules).every(isRules),
    'contractRules',
    'must hold lists of rule settings',
  )
  if (errors.length > 0) return { errors }
  return { settings: { ...value, weekStart: value.weekStart ?? 1, contractRules } as unknown as FolderSettings, errors }
}

const isWhole = (value: unknown, min: number, max: number) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max
