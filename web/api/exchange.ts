// Open shifts, trades, absences and messages: what pages read and what they do.
import { queryOptions } from '@tanstack/react-query'
import { fetchAll, fetchData } from './request.ts'
import type {
  Absence,
  AbsenceCreate,
  AbsenceEnded,
  AbsenceReported,
  Claim,
  Notification,
  NotificationPreferences,
  OpenShift,
  ShiftToTake,
  StandIn,
  Swap,
} from './types.ts'

const minuteMs = 60_000

export const shiftsToTakeQuery = queryOptions({
  queryKey: ['exchange', 'to-take'],
  queryFn: () => fetchData<ShiftToTake[]>('/open-shifts/mine'),
  retry: false,
})
export const openShiftsQuery = queryOptions({
  queryKey: ['exchange', 'open'],
  queryFn: () => fetchData<OpenShift[]>('/open-shifts', { query: { state: 'open' } }),
})
export const openShiftQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'open', id],
    queryFn: () => fetchData<OpenShift & { claims: Claim[] }>(`/open-shifts/${id}`),
  })
export const standInsQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'stand-ins', id],
    queryFn: () => fetchData<StandIn[]>(`/open-shifts/${id}/stand-ins`),
  })
export const swapsQuery = queryOptions({
  queryKey: ['exchange', 'swaps'],
  queryFn: () => fetchData<Swap[]>('/swaps'),
  retry: false,
})
export const absencesQuery = queryOptions({
  queryKey: ['exchange', 'absences'],
  queryFn: () => fetchAll<Absence>('/absences'),
  retry: false,
})

export const claimShift = (id: string): Promise<Claim> =>
  fetchData(`/open-shifts/${id}/claims`, { method: 'POST', body: {}, idempotent: true })
export const endClaim = (id: string, how: 'withdraw' | 'decline'): Promise<Claim> =>
  fetchData(`/claims/${id}/${how}`, { method: 'POST' })
export const offerShift = (id: string, employeeIds: string[]): Promise<OpenShift> =>
  fetchData(`/open-shifts/${id}/offers`, { method: 'POST', body: { employeeIds }, idempotent: true })
export const grantClaim = (id: string, claimId: string): Promise<OpenShift> =>
  fetchData(`/open-shifts/${id}/decide`, { method: 'POST', body: { claimId }, idempotent: true })
export const withdrawOpenShift = ({ id, version }: OpenShift): Promise<OpenShift> =>
  fetchData(`/open-shifts/${id}/withdraw`, { method: 'POST', version })
export const stepSwap = ({ id, version }: Swap, step: 'answer' | 'decide', accept: boolean): Promise<Swap> =>
  fetchData(`/swaps/${id}/${step}`, { method: 'POST', body: { accept }, version })
export const cancelSwap = ({ id, version }: Swap): Promise<Swap> =>
  fetchData(`/swaps/${id}/cancel`, { method: 'POST', version })
export const reportAbsence = (body: AbsenceCreate): Promise<AbsenceReported> =>
  fetchData('/absences', { method: 'POST', body, idempotent: true })
export const endAbsence = ({ id, version }: Absence): Promise<AbsenceEnded> =>
  fetchData(`/absences/${id}/end`, { method: 'POST', version })

export const messagesQuery = queryOptions({
  queryKey: ['messages', 'list'],
  queryFn: () => fetchData<Notification[]>('/notifications'),
})
export const unreadQuery = queryOptions({
  queryKey: ['messages', 'unread'],
  queryFn: () => fetchData<{ unread: number }>('/notifications/unread'),
  refetchInterval: minuteMs,
  staleTime: minuteMs / 2,
})
export const preferencesQuery = queryOptions({
  queryKey: ['messages', 'preferences'],
  queryFn: () => fetchData<NotificationPreferences>('/notifications/preferences'),
})
export const readMessage = (id: string): Promise<Notification> =>
  fetchData(`/notifications/${id}/read`, { method: 'POST' })
export const readAllMessages = (): Promise<{ unread: number }> => fetchData('/notifications/read', { method: 'POST' })
export const savePreferences = (body: NotificationPreferences): Promise<NotificationPreferences> =>
  fetchData('/notifications/preferences', { method: 'PUT', body })
