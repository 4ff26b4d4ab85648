// wishes.csv: days on which a person cannot, would rather or would rather not work.
import type { LocalDate, LocalTime } from '../../model/problem.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { RowReader } from './row-reader.ts'

const wishKinds = ['unavailable', 'preferred', 'unpreferred', 'request-on', 'request-off'] as const

export interface WishRow {
  line: number
  /** Personnel number. */
  person: string
  /** `unavailable` is hard, the others are soft. */
  kind: (typeof wishKinds)[number]
  /** First and last local day. */
  from: LocalDate
  until: LocalDate
  /** Local times of day; null for whole days. `endTime` at or before `startTime` is on the day after. */
  startTime: LocalTime | null
  endTime: LocalTime | null
  /** 1 to 1000. */
  weight: number
  /** Code of the shift type meant; any when null. */
  shiftType: string | null
}

/** Reads wishes: `person`, `kind`, `from`, and where wanted `until`, `start`, `end`, `shift_type`, `weight`. */
export function readWishesCsv(content: string): CsvReading<WishRow> {
  const columns = [
    { name: 'person', required: true },
    { name: 'kind', required: true },
    { name: 'from', required: true },
    ...['until', 'start', 'end', 'shift_type', 'weight'].map((name) => ({ name })),
  ]
  return readCsvRows<WishRow>(
    content,
    columns,
    (row) => [readWish(row)],
    ({ person, kind, from, startTime, shiftType }) => ({
      column: 'from',
      value: from,
      text: `The wish "${[kind, shiftType, from, startTime].filter(Boolean).join(' ')}" of "${person}"`,
    }),
  )
}

function readWish(row: RowReader): WishRow {
  const kind = row.oneOf('kind', wishKinds)
  const from = row.date('from')
  const until = row.optionalDate('until') ?? from
  const startTime = row.optionalTime('start')
  const endTime = row.optionalTime('end')
  const shiftType = row.optionalText('shift_type', 64)
  if (until < from && !row.isEmpty('from')) row.refuse('until', `${until} is before ${from}. Correct one of the dates.`)
  if (row.isEmpty('start') !== row.isEmpty('end'))
    row.refuse(
      row.isEmpty('start') ? 'start' : 'end',
      'A wish has both "start" and "end", or neither for whole days. Fill in the other.',
    )
  if (kind === 'unavailable' && shiftType !== null)
    row.refuse('shift_type', 'Who is unavailable is so for every shift type. Leave it empty, or use request-off.')
  const weight = row.optionalWhole('weight', 1, 1000) ?? 1
  return { line: row.line, person: row.text('person', 40), kind, from, until, startTime, endTime, weight, shiftType }
}
