import { decideTimesheet, submitTimesheet } from '../../api/attendance.ts'
import type { Timesheet } from '../../api/types.ts'
import { useAct } from '../exchange/use-act.ts'

/** Handing in and deciding timesheets of a period. */
export const useSheetActs = (periodId: string) => {
  const { act, busyId } = useAct('attendance')
  return {
    busyId,
    submit: (employeeId: string) =>
      act({ id: employeeId, work: () => submitTimesheet(periodId, employeeId), done: 'Handed in' }),
    decide: (sheet: Timesheet, accept: boolean, note?: string) =>
      act({
        id: sheet.id,
        work: () => decideTimesheet(sheet, accept, note),
        done: accept ? 'Approved' : 'Rejected',
      }),
  }
}
