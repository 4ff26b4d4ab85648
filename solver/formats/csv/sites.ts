// sites.csv: where work is done.
import { isZone } from '../../model/time.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { RowReader } from './row-reader.ts'

export interface SiteRow {
  line: number
  code: string
  name: string
  /** IANA time zone. */
  zone: string
  /** Degrees north; null when unknown. */
  latitude: number | null
  /** Degrees east; null when unknown. */
  longitude: number | null
}

/** Reads sites: columns `code`, `name`, `zone` and, where known, `latitude` and `longitude`. */
export function readSitesCsv(content: string): CsvReading<SiteRow> {
  const columns = [
    { name: 'code', required: true },
    { name: 'name', required: true },
    { name: 'zone', required: true },
    { name: 'latitude' },
    { name: 'longitude' },
  ]
  return readCsvRows<SiteRow>(
    content,
    columns,
    (row) => [readSite(row)],
    ({ code }) => ({ column: 'code', value: code, text: `The site "${code}"` }),
  )
}

function readSite(row: RowReader): SiteRow {
  const isHalf = row.isEmpty('latitude') !== row.isEmpty('longitude')
  if (isHalf)
    row.refuse(
      row.isEmpty('latitude') ? 'latitude' : 'longitude',
      'A place has both coordinates or none. Fill in the other one.',
    )
  return {
    line: row.line,
    code: row.code('code'),
    name: row.text('name'),
    zone: readZone(row),
    latitude: readDegrees(row, 'latitude', 90),
    longitude: readDegrees(row, 'longitude', 180),
  }
}

function readZone(row: RowReader): string {
  const zone = row.text('zone', 64)
  if (zone !== '' && !isZone(zone))
    row.refuse(
      'zone',
      `"${zone}" is no time zone. Use a name of the IANA list, like Europe/Berlin or Africa/Johannesburg.`,
    )
  return zone
}

function readDegrees(row: RowReader, column: string, max: number): number | null {
  const text = row.raw(column)
  if (text === '') return null
  const degrees = /^-?\d{1,3}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN
  if (Math.abs(degrees) <= max) return degrees
  row.refuse(column, `"${text}" is no ${column}. Write decimal degrees from -${max} to ${max}, like 52.5200.`)
  return null
}
