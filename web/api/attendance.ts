// The clock, worked time, timesheets and pay periods: what pages read and what they do.
import { queryOptions } from '@tanstack/react-query'
import { fetchAll, fetchData } from './request.ts'
import type {
  Clock,
  ClockPress,
  ComparisonRow,
  Correction,
  CorrectionCreate,
  KioskPress,
  PayPeriod,
  PayPeriodsCreate,
  TimeEntry,
  Timesheet,
} from './types.ts'

const minuteMs = 60_000

export const clockQuery = queryOptions({
  queryKey: ['attendance', 'clock'],
  queryFn: () => fetchData<Clock>('/clock'),
  refetchInterval: 5 * minuteMs,
  retry: false,
})
/** Worked time of the days given: one's own, or everybody's for who reads attendance. */
export const timeEntriesQuery = (from: string, to: string, employeeId?: string) =>
  queryOptions({
    queryKey: ['attendance', 'entries', from, to, employeeId],
    queryFn: () => fetchAll<TimeEntry>('/time-entries', { from, to, employeeId }),
  })
export const correctionsQuery = (filter: { state?: Correction['state']; employeeId?: string }) =>
  queryOptions({
    queryKey: ['attendance', 'corrections', filter],
    queryFn: () => fetchAll<Correction>('/time-corrections', filter),
  })
export const comparisonQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['attendance', 'comparison', from, to],
    queryFn: () => fetchAll<ComparisonRow>('/attendance/comparison', { from, to }),
  })
export const payPeriodsQuery = queryOptions({
  queryKey: ['attendance', 'periods'],
  queryFn: () => fetchAll<PayPeriod>('/pay-periods'),
})
export const timesheetsQuery = (payPeriodId: string) =>
  queryOptions({
    queryKey: ['attendance', 'sheets', payPeriodId],
    queryFn: () => fetchAll<Timesheet>('/timesheets', { payPeriodId }),
  })

export const pressClock = (body: ClockPress): Promise<Clock> =>
  fetchData('/clock', { method: 'POST', body, idempotent: true })
export const pressKiosk = (body: KioskPress): Promise<Clock> =>
  fetchData('/clock/kiosk', { method: 'POST', body, idempotent: true })
export const setPin = (pin: string): Promise<{ employeeId: string }> =>
  fetchData('/clock/pin', { method: 'PUT', body: { pin } })
export const requestCorrection = (body: CorrectionCreate): Promise<Correction> =>
  fetchData('/time-corrections', { method: 'POST', body, idempotent: true })
export const decideCorrection = ({ id, version }: Correction, accept: boolean, note?: string): Promise<Correction> =>
  fetchData(`/time-corrections/${id}/decide`, { method: 'POST', body: { accept, ...(note && { note }) }, version })
export const cancelCorrection = ({ id, version }: Correction): Promise<Correction> =>
  fetchData(`/time-corrections/${id}/cancel`, { method: 'POST', version })
export const createPayPeriods = (body: PayPeriodsCreate): Promise<PayPeriod[]> =>
  fetchData('/pay-periods', { method: 'POST', body, idempotent: true })
export const stepPayPeriod = ({ id, version }: PayPeriod, state: PayPeriod['state']): Promise<PayPeriod> =>
  fetchData(`/pay-periods/${id}/step`, { method: 'POST', body: { state }, version })
export const submitTimesheet = (payPeriodId: string, employeeId?: string): Promise<Timesheet> =>
  fetchData('/timesheets', {
    method: 'POST',
    body: { payPeriodId, ...(employeeId && { employeeId }) },
    idempotent: true,
  })
export const decideTimesheet = ({ id, version }: Timesheet, accept: boolean, note?: string): Promise<Timesheet> =>
  fetchData(`/timesheets/${id}/decide`, { method: 'POST', body: { accept, ...(note && { note }) }, version })

/** Where a browser downloads the approved timesheets of a period. */
export const payrollUrl = (periodId: string): string => `/api/v1/pay-periods/${periodId}/export`
