import Papa from 'papaparse'

/** Contents of an example's files, by name. */
export type ExampleFiles = Readonly<Record<string, string>>

/** Records as CSV with LF line ends; columns of the first record unless named. */
export function toCsv(records: readonly object[], columns: readonly string[] = Object.keys(records[0] ?? {})): string {
  return `${Papa.unparse([...records], { columns: [...columns], newline: '\n' })}\n`
}
