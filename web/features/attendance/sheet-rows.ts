// Planned against worked time of a period, person by person, beside their timesheets. Pure.
import type { ComparisonRow, Timesheet } from '../../api/types.ts'

export interface SheetRow {
  employeeId: string
  name: string
  plannedMinutes: number
  workedMinutes: number
  late: number
  noShows: number
  missedPunches: number
  /** By day, first to last. */
  days: readonly ComparisonRow[]
  sheet: Timesheet | null
}

/** One row for everybody with planned or worked time or a timesheet, by name. */
export const sheetRows = (days: readonly ComparisonRow[], sheets: readonly Timesheet[]): SheetRow[] => {
  const sheetOf = new Map(sheets.map((sheet) => [sheet.employeeId, sheet]))
  const daysOf = Map.groupBy(days, ({ employeeId }) => employeeId)
  const names = new Map([...sheets, ...days].map(({ employeeId, employeeName }) => [employeeId, employeeName]))
  const sum = (rows: readonly ComparisonRow[], value: (row: ComparisonRow) => number): number =>
    rows.reduce((total, row) => total + value(row), 0)
  return [...names]
    .map(([employeeId, name]): SheetRow => {
      const own = daysOf.get(employeeId) ?? []
      return {
        employeeId,
        name,
        plannedMinutes: sum(own, ({ plannedMinutes }) => plannedMinutes),
        workedMinutes: sum(own, ({ workedMinutes }) => workedMinutes),
        late: sum(own, ({ isLate }) => Number(isLate)),
        noShows: sum(own, ({ isNoShow }) => Number(isNoShow)),
        missedPunches: sum(own, ({ missedPunches }) => missedPunches),
        days: own,
        sheet: sheetOf.get(employeeId) ?? null,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** "+1 h 30 min", "−45 min", "as planned". */
export const differenceText = (minutes: number, duration: (minutes: number) => string): string =>
  minutes === 0 ? 'as planned' : `${minutes > 0 ? '+' : '−'}${duration(Math.abs(minutes))}`
