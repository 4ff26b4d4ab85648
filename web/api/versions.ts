// Versions of a roster: what pages read and what they do.
import { queryOptions } from '@tanstack/react-query'
import { fetchAll, fetchData } from './request.ts'
import type { Roster, RosterEditResult, RosterVersion, VersionComparison } from './types.ts'

export const versionsQuery = (rosterId: string) =>
  queryOptions({
    queryKey: ['versions', rosterId],
    queryFn: () => fetchAll<RosterVersion>(`/rosters/${rosterId}/versions`),
  })
/** A version against another, or against the roster of the number given when `withId` is null. */
export const comparisonQuery = (versionId: string, withId: string | null, rosterVersion: number) =>
  queryOptions({
    queryKey: ['versions', 'comparison', versionId, withId, rosterVersion],
    queryFn: () =>
      fetchData<VersionComparison>(`/roster-versions/${versionId}/comparison`, {
        query: { with: withId ?? undefined },
      }),
  })

export const keepVersion = ({ id, version }: Roster, note: string | null): Promise<RosterVersion> =>
  fetchData(`/rosters/${id}/versions`, { method: 'POST', body: { note }, version, idempotent: true })
export const restoreVersion = (versionId: string, version: number, reason: string | null): Promise<RosterEditResult> =>
  fetchData(`/roster-versions/${versionId}/restore`, { method: 'POST', body: { reason }, version, idempotent: true })
