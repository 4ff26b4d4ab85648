// A roster as CSV for spreadsheets and payroll.
import type { Problem, Roster } from '../model/problem.ts'
import { writeCsv } from './csv/write-csv.ts'
import { nameRoster } from './roster-rows.ts'

/** One line for each assignment, by start. Times are local to the site; `start_instant` and `end_instant` carry their offset. */
export function writeRosterCsv(problem: Problem, roster: Roster): string {
  const lines = nameRoster(problem, roster).map((row) => ({
    day: row.day,
    start: row.startTime,
    end: row.endTime,
    end_day: row.endDay,
    employee: row.employeeName,
    employee_id: row.employee,
    shift: row.shiftName,
    shift_id: row.shift,
    site: row.siteName,
    zone: row.zone,
    paid_minutes: row.paidMinutes,
    start_instant: row.start,
    end_instant: row.end,
  }))
  const columns =
    'day start end end_day employee employee_id shift shift_id site zone paid_minutes start_instant end_instant'.split(
      ' ',
    )
  return writeCsv(columns, lines)
}
