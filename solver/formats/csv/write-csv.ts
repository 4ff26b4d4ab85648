// Tables as CSV that spreadsheets read right and never run.
import Papa from 'papaparse'

/** Texts that spreadsheets would run as formulas, full-width signs included; they get a leading apostrophe (OWASP, "CSV Injection"). */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A header and the lines, with CRLF line ends and a byte order mark (without it spreadsheets misread names). */
export function writeCsv(columns: readonly string[], lines: readonly Readonly<Record<string, unknown>>[]): string {
  const text = Papa.unparse([...lines], { columns: [...columns], newline: '\r\n', escapeFormulae: formula })
  return `\uFEFF${lines.length === 0 ? columns.join(',') : text}\r\n`
}
