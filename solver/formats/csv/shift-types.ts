// shift-types.csv: templates of shifts.
import type { LocalTime } from '../../model/problem.ts'
import { parseTime } from '../../model/time.ts'
import type { CsvReading } from './csv-table.ts'
import { readCsvRows } from './read-csv-rows.ts'
import type { RowReader, SkillNeedCell } from './row-reader.ts'

export interface ShiftTypeRow {
  line: number
  code: string
  name: string
  startTime: LocalTime
  /** Length as the clock shows it; an end at or before the start is on the next day. */
  durationMinutes: number
  /** Unpaid. */
  breakMinutes: number
  tags: string[]
  /** "#rrggbb". */
  colour: string | null
  /** All of these. */
  skills: SkillNeedCell[]
  /** At least one of these, when there are any. */
  anySkills: SkillNeedCell[]
}

/** Reads shift types: `code`, `name`, `start`, `end`, and `break_minutes`, `tags`, `colour`, `skills`, `any_skills` where wanted. */
export function readShiftTypesCsv(content: string): CsvReading<ShiftTypeRow> {
  const columns = [
    { name: 'code', required: true },
    { name: 'name', required: true },
    { name: 'start', required: true },
    { name: 'end', required: true },
    { name: 'break_minutes' },
    { name: 'tags' },
    { name: 'colour' },
    { name: 'skills' },
    { name: 'any_skills' },
  ]
  return readCsvRows<ShiftTypeRow>(
    content,
    columns,
    (row) => [readShiftType(row)],
    ({ code }) => ({ column: 'code', value: code, text: `The shift type "${code}"` }),
  )
}

function readShiftType(row: RowReader): ShiftTypeRow {
  const startTime = row.time('start')
  const minutes = (parseTime(row.time('end')) ?? 0) - (parseTime(startTime) ?? 0)
  const durationMinutes = minutes > 0 ? minutes : minutes + 1440
  const breakMinutes = row.optionalWhole('break_minutes', 0, 480) ?? 0
  if (durationMinutes < 15) row.refuse('end', 'The shift is shorter than 15 minutes. Correct its start or end.')
  if (breakMinutes >= durationMinutes) row.refuse('break_minutes', 'The break is as long as the shift. Shorten it.')
  return {
    line: row.line,
    code: row.code('code'),
    name: row.text('name'),
    startTime,
    durationMinutes,
    breakMinutes,
    tags: row.list('tags', 20, 40),
    colour: readColour(row),
    skills: row.skillNeeds('skills'),
    anySkills: row.skillNeeds('any_skills'),
  }
}

function readColour(row: RowReader): string | null {
  const text = row.raw('colour')
  if (text === '') return null
  if (!/^#[0-9a-f]{6}$/i.test(text)) row.refuse('colour', `"${text}" is no colour. Write it like #2f80ed.`)
  return text.toLowerCase()
}
