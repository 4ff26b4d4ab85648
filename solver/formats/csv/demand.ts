// demand.csv: how many people are wanted, by site, shift type and local day.
import type { LocalDate } from '../../model/problem.ts'
import { formatDate, parseDate, weekdayOf } from '../../model/time.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { RowReader, SkillNeedCell } from './row-reader.ts'

/** Demand of one day; a line over several days becomes one row for each of them. */
export interface DemandRow {
  line: number
  /** Codes. */
  site: string
  shiftType: string
  day: LocalDate
  headsMin: number
  headsTarget: number | null
  headsMax: number | null
  /** 1 (ordinary) to 100. */
  priority: number
  /** Wanted besides the skills of the shift type: all of them. */
  skills: SkillNeedCell[]
}

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const daysMax = 366

/**
 * Reads demand: `site`, `shift_type`, `day`, `heads`, and where wanted `until` and `weekdays` (the line counts for each such
 * day up to `until`), `target`, `max`, `priority`, `skills`.
 */
export function readDemandCsv(content: string): CsvReading<DemandRow> {
  const columns = [
    ...['site', 'shift_type', 'day', 'heads'].map((name) => ({ name, required: true })),
    ...['until', 'weekdays', 'target', 'max', 'priority', 'skills'].map((name) => ({ name })),
  ]
  return readCsvRows<DemandRow>(content, columns, readDemand, ({ site, shiftType, day }) => ({
    column: 'day',
    value: day,
    text: `The demand for "${shiftType}" at "${site}" on ${day}`,
  }))
}

function readDemand(row: RowReader): DemandRow[] {
  const headsMin = row.whole('heads', 0, 500)
  const headsTarget = row.optionalWhole('target', 0, 500)
  const headsMax = row.optionalWhole('max', 0, 500)
  if (headsTarget !== null && headsTarget < headsMin)
    row.refuse('target', `The target ${headsTarget} is below the ${headsMin} heads needed. Raise it or leave it empty.`)
  if (headsMax !== null && headsMax < Math.max(headsMin, headsTarget ?? 0))
    row.refuse('max', `At most ${headsMax} is below what is wanted. Raise it or leave it empty.`)
  const common = {
    line: row.line,
    site: row.text('site', 64),
    shiftType: row.text('shift_type', 64),
    headsMin,
    headsTarget,
    headsMax,
    priority: row.optionalWhole('priority', 1, 100) ?? 1,
    skills: row.skillNeeds('skills'),
  }
  return readDays(row).map((day) => ({ ...common, day }))
}

function readDays(row: RowReader): LocalDate[] {
  const from = row.date('day')
  const until = row.optionalDate('until') ?? from
  const weekdays = row.list('weekdays', 7, 20).map((text) => {
    const weekday = weekdayNames.findIndex((name) => text.toLowerCase().startsWith(name)) + 1
    if (weekday === 0) row.refuse('weekdays', `"${text}" is no weekday. Use ${weekdayNames.join('|')}, parted by "|".`)
    return weekday
  })
  const first = parseDate(from) ?? 0
  const length = (parseDate(until) ?? 0) - first + 1
  if (row.isEmpty('day')) return []
  if (length < 1) row.refuse('until', `${until} is before ${from}. Correct one of the dates.`)
  if (length > daysMax) row.refuse('until', `${from} to ${until} is more than ${daysMax} days. Split the line.`)
  if (length < 1 || length > daysMax) return []
  const days = Array.from({ length }, (_, index) => first + index)
  const wanted = days.filter((day) => weekdays.length === 0 || weekdays.includes(weekdayOf(day)))
  if (wanted.length === 0)
    row.refuse('weekdays', 'No such weekday lies between "day" and "until". Correct one of them.')
  return wanted.map(formatDate)
}
