// What a person worked before the period, for the rules that look across its border.
import type { History } from '../../../solver/model/problem.ts'
import { startOfDay, toInstant } from './local-time.ts'
import type { EmployeeRow, OtherWorkRow, PlanningRows } from './planning-rows.ts'

/** How far back history reaches: five weeks cover every run of days and rolling window of a month. */
export const historyDays = 35

/** Of two drafts of the same days only one will be worked: work that overlaps what was already counted is left out. */
const isFirstOfItsTime = (row: OtherWorkRow, index: number, all: readonly OtherWorkRow[]): boolean =>
  !all.some(
    (other, at) =>
      at !== index &&
      other.startsAt.getTime() < row.endsAt.getTime() &&
      row.startsAt.getTime() < other.endsAt.getTime() &&
      (row.isDraft === other.isDraft ? at < index : row.isDraft),
  )

/** Work of other rosters that starts before the period, ordered by start, nothing counted twice. */
export const pastWork = (employee: EmployeeRow, rows: PlanningRows): OtherWorkRow[] => {
  const periodStart = startOfDay(rows.roster.start, rows.roster.zone).getTime()
  return rows.otherWork
    .filter((row) => row.employeeId === employee.id && row.startsAt.getTime() < periodStart)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || Number(a.isDraft) - Number(b.isDraft))
    .filter(isFirstOfItsTime)
}

/** Past shifts and what fairness carries over; null for people without either. */
export const buildHistory = (employee: EmployeeRow, rows: PlanningRows, fairMinutes: number): History | null => {
  const siteIds = new Set(rows.sites.map((site) => site.id))
  const typeIds = new Set(rows.shiftTypes.map((type) => type.id))
  const shifts = pastWork(employee, rows).map((row) => ({
    start: toInstant(row.startsAt),
    end: toInstant(row.endsAt),
    paidMinutes: row.paidMinutes,
    ...(siteIds.has(row.siteId) && { site: row.siteId }),
    ...(row.shiftTypeId !== null && typeIds.has(row.shiftTypeId) && { type: row.shiftTypeId }),
  }))
  if (shifts.length === 0 && fairMinutes === 0) return null
  return { ...(shifts.length > 0 && { shifts }), ...(fairMinutes !== 0 && { fairMinutesCarried: fairMinutes }) }
}
