// The typed cells of one CSV record. Every wrong cell is noted and answered with a harmless value, so that one pass over
// a line finds all its faults; the line is used only when nothing was noted.
import type { LocalDate, LocalTime } from '../../model/problem.ts'
import { parseDate, parseTime } from '../../model/time.ts'
import type { CsvError, CsvRecord } from './csv-table.ts'

export interface SkillNeedCell {
  code: string
  levelMin: number
}

export interface HeldSkillCell {
  code: string
  level: number
  validFrom: LocalDate | null
  validUntil: LocalDate | null
}

export class RowReader {
  readonly line: number
  readonly errors: CsvError[] = []
  private readonly record: CsvRecord

  constructor(record: CsvRecord) {
    this.record = record
    this.line = record.line
  }

  /** Notes that a cell is wrong. `reason` says what and the way out. */
  refuse(column: string, reason: string): void {
    this.errors.push({ line: this.line, column, value: this.raw(column), reason })
  }

  raw(column: string): string {
    return this.record.cells.get(column) ?? ''
  }

  isEmpty(column: string): boolean {
    return this.raw(column) === ''
  }

  text(column: string, charactersMax = 200): string {
    if (this.isEmpty(column)) this.refuse(column, `"${column}" is empty. Fill it in.`)
    return this.optionalText(column, charactersMax) ?? ''
  }

  optionalText(column: string, charactersMax = 200): string | null {
    const value = this.raw(column)
    if (value.length > charactersMax)
      this.refuse(column, `"${column}" has ${value.length} characters. Shorten it to ${charactersMax}.`)
    return value === '' ? null : value
  }

  /** A short name by which other files refer to this line. */
  code(column: string, charactersMax = 64): string {
    const value = this.text(column, charactersMax)
    if (/[|@:]/.test(value))
      this.refuse(column, `"${value}" contains one of | @ : Use letters, digits, spaces and hyphens.`)
    return value
  }

  optionalDate(column: string): LocalDate | null {
    const value = this.raw(column)
    if (value === '') return null
    if (parseDate(value) !== null) return value
    this.refuse(column, `"${value}" is no date. Write it as year-month-day, like 2027-03-28.`)
    return null
  }

  date(column: string): LocalDate {
    if (this.isEmpty(column)) this.refuse(column, `"${column}" is empty. Write a date like 2027-03-28.`)
    return this.optionalDate(column) ?? '1970-01-01'
  }

  optionalTime(column: string): LocalTime | null {
    const value = this.raw(column)
    if (value === '') return null
    const time = value.length === 4 ? `0${value}` : value
    if (parseTime(time) !== null) return time
    this.refuse(column, `"${value}" is no time of day. Write it as hours and minutes, like 06:30 or 22:00.`)
    return null
  }

  time(column: string): LocalTime {
    if (this.isEmpty(column)) this.refuse(column, `"${column}" is empty. Write a time like 06:30.`)
    return this.optionalTime(column) ?? '00:00'
  }

  /** A whole number between two bounds; null when the cell is empty. */
  optionalWhole(column: string, min: number, max: number): number | null {
    const value = this.raw(column)
    if (value === '') return null
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    this.refuse(column, `"${value}" is no whole number from ${min} to ${max}. Correct it.`)
    return null
  }

  whole(column: string, min: number, max: number): number {
    if (this.isEmpty(column)) this.refuse(column, `"${column}" is empty. Write a whole number from ${min} to ${max}.`)
    return this.optionalWhole(column, min, max) ?? min
  }

  /** A number with at most `places` decimals (point or comma) times 10^places: 23.50 of money is 2350. */
  optionalScaled(column: string, places: number, max: number): number | null {
    const value = this.raw(column)
    if (value === '') return null
    const found = /^(\d{1,9})(?:[.,](\d+))?$/.exec(value)
    const decimals = found?.[2] ?? ''
    const scaled =
      found && decimals.length <= places ? Number(`${found[1]}${decimals.padEnd(places, '0')}`) : Number.NaN
    if (scaled <= max * 10 ** places) return scaled
    this.refuse(column, `"${value}" is no number from 0 to ${max} with at most ${places} decimals. Write it like 12.5.`)
    return null
  }

  oneOf<Value extends string>(column: string, values: readonly Value[], fallback?: Value): Value {
    const value = this.raw(column).toLowerCase()
    const found = values.find((allowed) => allowed === value)
    if (found) return found
    const first = values[0] as Value
    if (value === '' && fallback) return fallback
    this.refuse(column, `"${this.raw(column)}" is not allowed here. Use one of ${values.join(', ')}.`)
    return first
  }

  /** Parts between "|", trimmed, without empty ones and repetitions. */
  list(column: string, partsMax: number, charactersMax: number): string[] {
    const parts = this.raw(column)
      .split('|')
      .map((part) => part.trim())
    const list = [...new Set(parts.filter((part) => part !== ''))]
    if (list.length > partsMax)
      this.refuse(column, `${list.length} entries are too many. At most ${partsMax} are possible.`)
    const long = list.find((part) => part.length > charactersMax)
    if (long) this.refuse(column, `"${long}" is longer than ${charactersMax} characters. Shorten it.`)
    return list
  }

  /** "nurse|surgery:3": codes of skills with the level wanted. */
  skillNeeds(column: string): SkillNeedCell[] {
    return this.list(column, 20, 80).map((part) => {
      const found = /^([^:@]+)(?::([1-5]))?$/.exec(part)
      if (!found)
        this.refuse(
          column,
          `"${part}" is no skill. Write its code, or code:level with a level from 1 to 5, parted by "|".`,
        )
      return { code: (found?.[1] ?? '').trim(), levelMin: Number(found?.[2] ?? 1) }
    })
  }

  /**
   * "nurse|surgery:3|x-ray@2024-01-01..2027-03-10": codes of skills with level and the dates between which they hold. Level 0 is
   * known of, but counts for nothing.
   */
  heldSkills(column: string): HeldSkillCell[] {
    return this.list(column, 100, 120).map((part) => {
      const found = /^([^:@]+)(?::([0-5]))?(?:@(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?)?$/.exec(part)
      const [, code = '', level = '1', from, until] = found ?? []
      const isWrong = !found || [from, until].some((date) => date !== undefined && parseDate(date) === null)
      if (isWrong)
        this.refuse(
          column,
          `"${part}" is no skill. Write code, code:level or code:level@from..until, like x-ray:2@2024-01-01..2027-03-10.`,
        )
      else if (from && until && until < from) this.refuse(column, `"${part}" ends before it begins. Correct its dates.`)
      return { code: code.trim(), level: Number(level), validFrom: from ?? null, validUntil: until ?? null }
    })
  }
}
