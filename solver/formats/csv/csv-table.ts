// CSV text as records by column name: comma, semicolon or tab, quoted fields, a byte order mark, any line ending.
import Papa from 'papaparse'

/** One wrong place of a CSV file. `line` is 1-based, as an editor counts; `column` is the header's name. */
export interface CsvError {
  line: number
  column: string | null
  value: string | null
  /** What is wrong and the way out, in a sentence for the person who keeps the file. */
  reason: string
}

/** Rows that can be used, and every line that cannot. */
export interface CsvReading<Row> {
  rows: Row[]
  errors: CsvError[]
}

/** One column of a kind of file. `required` columns must be in the header; a cell of theirs may still be refused as empty. */
export interface CsvColumn {
  name: string
  required?: boolean
}

export interface CsvRecord {
  line: number
  /** Trimmed cells by column name; absent and empty cells are ''. */
  cells: ReadonlyMap<string, string>
}

export interface CsvTable {
  records: CsvRecord[]
  errors: CsvError[]
}

const rowsMax = 100_000

/** Header names are compared in lower case, with spaces and hyphens as underscores. */
const normalise = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** The separator that stands most often in the header line; a comma when none does. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

/**
 * Reads a CSV with a header line. Blank lines are skipped, unknown and missing columns and lines of the wrong width are
 * errors. Never throws for bad input.
 */
export function readCsvTable(content: string, columns: readonly CsvColumn[]): CsvTable {
  const text = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const known = columns.map((column) => column.name)
  const whole = (reason: string): CsvTable => ({
    records: [],
    errors: [{ line: 1, column: null, value: null, reason }],
  })
  if (text.trim() === '') return whole(`The file is empty. Its first line must name the columns: ${known.join(', ')}.`)
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  if (parsed.data.length > rowsMax + 1)
    return whole(`The file has more than ${rowsMax} lines. Split it into several files.`)

  const lines = numberLines(parsed.data)
  const headerAt = parsed.data.findIndex((fields) => !isBlank(fields))
  const headers = (parsed.data[headerAt] ?? []).map(normalise)
  const errors = checkHeader(headers, parsed.data[headerAt] ?? [], columns, lines[headerAt] ?? 1)
  if (errors.length > 0) return { records: [], errors }

  const records: CsvRecord[] = []
  const broken = new Map(parsed.errors.filter(({ type }) => type === 'Quotes').map(({ row }) => [row, true]))
  for (const [index, fields] of parsed.data.entries()) {
    if (index <= headerAt || isBlank(fields)) continue
    const line = lines[index] ?? 0
    const refuse = (reason: string) => errors.push({ line, column: null, value: fields.join(' ').slice(0, 80), reason })
    if (broken.has(index)) refuse('A quoted field is not closed. Write a quote inside a quoted field twice ("").')
    else if (fields.length !== headers.length)
      refuse(
        `The line has ${fields.length} fields, the header ${headers.length}. Quote fields that contain the separator.`,
      )
    else records.push({ line, cells: new Map(headers.map((header, at) => [header, (fields[at] ?? '').trim()])) })
  }
  return { records, errors }
}

const isBlank = (fields: readonly string[]) => fields.every((field) => field.trim() === '')

/** The line on which each row starts: a quoted field may span several. */
function numberLines(rows: readonly (readonly string[])[]): number[] {
  let line = 1
  return rows.map((fields) => {
    const start = line
    line += 1 + fields.reduce((breaks, field) => breaks + field.split('\n').length - 1, 0)
    return start
  })
}

function checkHeader(headers: string[], shown: string[], columns: readonly CsvColumn[], line: number): CsvError[] {
  const errors: CsvError[] = []
  const known = columns.map((column) => column.name)
  for (const [index, header] of headers.entries()) {
    const value = shown[index] ?? ''
    if (!known.includes(header))
      errors.push({
        line,
        column: value,
        value,
        reason: `"${value}" is no column of this file. Remove or rename it; known are ${known.join(', ')}.`,
      })
    else if (headers.indexOf(header) !== index)
      errors.push({
        line,
        column: header,
        value,
        reason: `The column "${header}" stands there twice. Remove one of them.`,
      })
  }
  for (const { name, required } of columns)
    if (required && !headers.includes(name))
      errors.push({
        line,
        column: name,
        value: null,
        reason: `The column "${name}" is missing. Add it to the first line.`,
      })
  return errors
}
