// From a CSV file to the rows of one kind, with every bad line listed.
import { type CsvColumn, type CsvReading, readCsvTable } from './csv-table.ts'
import { RowReader } from './row-reader.ts'

/**
 * Reads a file of one kind: `toRows` turns a record into rows (one, as a rule); a record with any wrong cell gives none.
 * `keyOf` names what may stand in the file only once, in words ("code X"); a repetition is an error of the later line.
 */
export function readCsvRows<Row extends { line: number }>(
  content: string,
  columns: readonly CsvColumn[],
  toRows: (reader: RowReader) => Row[],
  keyOf: (row: Row) => { column: string; value: string; text: string },
): CsvReading<Row> {
  const table = readCsvTable(content, columns)
  const rows: Row[] = []
  const errors = [...table.errors]
  const lineByKey = new Map<string, number>()
  for (const record of table.records) {
    const reader = new RowReader(record)
    const read = toRows(reader)
    if (reader.errors.length === 0)
      for (const row of read) {
        const { column, value, text } = keyOf(row)
        const first = lineByKey.get(text)
        if (first !== undefined) {
          reader.errors.push({
            line: row.line,
            column,
            value,
            reason: `${text} is already in line ${first}. Remove one of the two lines.`,
          })
          break
        }
        lineByKey.set(text, row.line)
      }
    if (reader.errors.length > 0) errors.push(...reader.errors)
    else rows.push(...read)
  }
  errors.sort((a, b) => a.line - b.line)
  return { rows, errors }
}
