import { type CsvKind, csvReaders } from '../../../solver/formats/csv/csv-readers.ts'
import type { FileRows, ImportRequest, LineError } from './internal.ts'

/** Rows that one request may carry: a line of demand over many days counts for each of them. */
const rowsMax = 50_000

/** What the files say: their rows, five of them for show, and every line that cannot be read. */
export type Readings = {
  rows: FileRows
  kinds: CsvKind[]
  samples: Partial<Record<CsvKind, Record<string, string>[]>>
  errors: LineError[]
}

/** Reads every file; two files of one kind, or more rows than fit into one request, are errors as well. Never throws for bad input. */
export const readFiles = (files: ImportRequest['files']): Readings => {
  const readings: Readings = { rows: {}, kinds: [], samples: {}, errors: [] }
  for (const { kind, content } of files) {
    if (readings.kinds.includes(kind)) {
      readings.errors.push(wholeFile(kind, `There are two files of "${kind}". Put their lines into one file.`))
      continue
    }
    const { rows, errors } = csvReaders[kind](content)
    readings.kinds.push(kind)
    readings.samples[kind] = rows.slice(0, 5).map(toSample)
    readings.errors.push(...errors.map((error) => ({ kind, ...error })))
    if (rows.length > rowsMax) {
      const days = kind === 'demand' ? ' A line over many days counts for each of them.' : ''
      readings.errors.push(
        wholeFile(kind, `The file has ${rows.length} rows, ${rowsMax} fit into one import.${days} Split the file.`),
      )
    } else Object.assign(readings.rows, { [kind]: rows })
  }
  // Kinds in the order in which they refer to each other, whatever the order of the files.
  readings.kinds = (Object.keys(csvReaders) as CsvKind[]).filter((kind) => readings.kinds.includes(kind))
  return readings
}

const wholeFile = (kind: CsvKind, reason: string): LineError => ({ kind, line: 1, column: null, value: null, reason })

/** A row's cells as text, for a person to recognise their own file. */
const toSample = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name !== 'line')
      .map(([name, value]) => [name, toText(value)]),
  )

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(toText).join(' | ')
  if (typeof value !== 'object') return String(value)
  return Object.values(value).map(toText).filter(Boolean).join(' ')
}
