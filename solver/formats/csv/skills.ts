// skills.csv: what people can do.
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'

export interface SkillRow {
  line: number
  code: string
  name: string
}

/** Reads skills: columns `code`, `name`. */
export function readSkillsCsv(content: string): CsvReading<SkillRow> {
  const columns = [
    { name: 'code', required: true },
    { name: 'name', required: true },
  ]
  return readCsvRows<SkillRow>(
    content,
    columns,
    (row) => [{ line: row.line, code: row.code('code'), name: row.text('name') }],
    ({ code }) => ({ column: 'code', value: code, text: `The skill "${code}"` }),
  )
}
