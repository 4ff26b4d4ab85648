// time-off.csv: absences that are granted or asked for, by whole local days.
import type { LocalDate } from '../../model/problem.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { RowReader } from './row-reader.ts'

export interface TimeOffRow {
  line: number
  /** Personnel number. */
  person: string
  /** First and last local day. */
  from: LocalDate
  until: LocalDate
  reason: string | null
  state: 'approved' | 'pending'
}

/** Reads time off: `person`, `from`, and where wanted `until` (the same day when empty), `reason`, `state`. */
export function readTimeOffCsv(content: string): CsvReading<TimeOffRow> {
  const columns = [
    { name: 'person', required: true },
    { name: 'from', required: true },
    { name: 'until' },
    { name: 'reason' },
    { name: 'state' },
  ]
  return readCsvRows<TimeOffRow>(
    content,
    columns,
    (row) => [readTimeOff(row)],
    ({ person, from }) => ({ column: 'from', value: from, text: `Time off of "${person}" from ${from}` }),
  )
}

function readTimeOff(row: RowReader): TimeOffRow {
  const from = row.date('from')
  const until = row.optionalDate('until') ?? from
  if (until < from && !row.isEmpty('from')) row.refuse('until', `${until} is before ${from}. Correct one of the dates.`)
  return {
    line: row.line,
    person: row.text('person', 40),
    from,
    until,
    reason: row.optionalText('reason', 500),
    state: row.oneOf('state', ['approved', 'pending'], 'approved'),
  }
}
