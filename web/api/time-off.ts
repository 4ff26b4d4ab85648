// Leave and availability: what pages read and what they do.
import { queryOptions } from '@tanstack/react-query'
import type { Versioned } from './records.ts'
import { fetchAll, fetchData } from './request.ts'
import type {
  Availability,
  AvailabilityListed,
  Balance,
  BalanceAdjustment,
  Blackout,
  LedgerEntry,
  TimeOff,
  TimeOffCreate,
  TimeOffDecide,
  TimeOffDecided,
  TimeOffEstimate,
  TimeOffReview,
  TimeOffType,
} from './types.ts'

const minuteMs = 60_000

/** One person's or everybody's within reach, as far as it ends after an instant. */
export const timeOffQuery = (wanted: { employeeId?: string; from?: string }) =>
  queryOptions({
    queryKey: ['time-off', 'list', wanted],
    queryFn: () => fetchAll<TimeOff>('/time-off', wanted),
  })
export const timeOffReviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['time-off', 'review', id],
    queryFn: () => fetchData<TimeOffReview>(`/time-off/${id}/review`),
  })
/** What leave would take, in the API's own counting; a refusal is what the request would be refused for. */
export const timeOffEstimateQuery = (wanted: { start: string; end: string; typeId: string; employeeId?: string }) =>
  queryOptions({
    queryKey: ['time-off', 'estimate', wanted],
    queryFn: () => fetchData<TimeOffEstimate>('/time-off/estimate', { query: wanted }),
    retry: false,
  })
export const balancesQuery = (employeeId?: string) =>
  queryOptions({
    queryKey: ['time-off', 'balances', employeeId ?? 'all'],
    queryFn: () => fetchAll<Balance>('/time-off-balances', { employeeId }),
  })
export const ledgerQuery = (employeeId: string, typeId: string) =>
  queryOptions({
    queryKey: ['time-off', 'ledger', employeeId, typeId],
    queryFn: () => fetchAll<LedgerEntry>('/time-off-ledger', { employeeId, typeId }),
  })
export const adjustBalance = (body: BalanceAdjustment): Promise<LedgerEntry> =>
  fetchData('/time-off-ledger', { method: 'POST', body, idempotent: true })

export const askTimeOff = (body: TimeOffCreate): Promise<TimeOff> =>
  fetchData('/time-off', { method: 'POST', body, idempotent: true })
export const cancelTimeOff = ({ id, version }: Versioned): Promise<TimeOff> =>
  fetchData(`/time-off/${id}/cancel`, { method: 'POST', version })
export const decideTimeOff = ({ id, version }: Versioned, body: TimeOffDecide): Promise<TimeOffDecided> =>
  fetchData(`/time-off/${id}/decide`, { method: 'POST', body, version })

export const timeOffTypesQuery = queryOptions({
  queryKey: ['time-off', 'types'],
  queryFn: () => fetchAll<TimeOffType>('/time-off-types'),
  staleTime: minuteMs,
})
export const blackoutsQuery = queryOptions({
  queryKey: ['time-off', 'blackouts'],
  queryFn: () => fetchAll<Blackout>('/blackout-dates'),
  staleTime: minuteMs,
})

/** Lines with their occurrences between two instants, of one person or of everybody within reach. */
export const availabilityQuery = (span: { from: string; to: string; employeeId?: string }) =>
  queryOptions({
    queryKey: ['availability', span],
    queryFn: () => fetchAll<AvailabilityListed>('/availability', { ...span, expand: 'true' }),
  })
/** Every line of a person, whenever it holds. */
export const availabilityLinesQuery = (employeeId: string) =>
  queryOptions({
    queryKey: ['availability', 'lines', employeeId],
    queryFn: () => fetchAll<Availability>('/availability', { employeeId }),
  })
