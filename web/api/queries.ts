// What pages read, as query options: one key and one fetch per resource.
import { queryOptions } from '@tanstack/react-query'
import type { Problem } from '../../solver/model/problem.ts'
import { fetchAll, fetchData } from './request.ts'
import type {
  Dashboard,
  Demand,
  Employee,
  Me,
  Organisation,
  Proposal,
  Roster,
  RosterGrid,
  Run,
  RunProgress,
  Site,
  Skill,
  Unfilled,
} from './types.ts'

const minuteMs = 60_000

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => fetchData<Me>('/me'),
  staleTime: 5 * minuteMs,
  retry: false,
})
export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: () => fetchData<Organisation>('/organisation'),
})
export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: () => fetchAll<Site>('/sites'),
  staleTime: minuteMs,
})
export const skillsQuery = queryOptions({
  queryKey: ['skills'],
  queryFn: () => fetchAll<Skill>('/skills'),
  staleTime: minuteMs,
})
export const employeesQuery = queryOptions({ queryKey: ['employees'], queryFn: () => fetchAll<Employee>('/employees') })
/** First and last day with demand, null when there is none. */
export const demandSpanQuery = queryOptions({
  queryKey: ['demand', 'span'],
  queryFn: async (): Promise<{ first: string; last: string } | null> => {
    const days = (await fetchAll<Demand>('/demand')).map((one) => one.day).sort()
    const [first, last] = [days[0], days.at(-1)]
    return first && last ? { first, last } : null
  },
})
export const rostersQuery = queryOptions({ queryKey: ['rosters'], queryFn: () => fetchAll<Roster>('/rosters') })

export const dashboardQuery = (from: string, to: string, siteId: string) =>
  queryOptions({
    queryKey: ['dashboard', from, to, siteId],
    queryFn: () =>
      fetchData<Dashboard>('/dashboard', { query: { from, to, siteId: siteId === '' ? undefined : siteId } }),
    staleTime: minuteMs,
  })

export const gridQuery = (rosterId: string) =>
  queryOptions({
    queryKey: ['grid', rosterId],
    queryFn: ({ signal }) => fetchData<RosterGrid>(`/rosters/${rosterId}/grid`, { signal }),
    staleTime: minuteMs,
  })
/** What the engine needs to judge edits in the page. Its key lies below the grid's: what makes that stale makes this stale. */
export const problemQuery = (rosterId: string) =>
  queryOptions({
    queryKey: ['grid', rosterId, 'problem'],
    queryFn: ({ signal }) =>
      fetchData<{ rosterVersion: number; problem: Problem }>(`/rosters/${rosterId}/problem`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
export const unfilledQuery = (rosterId: string, version: number) =>
  queryOptions({
    queryKey: ['unfilled', rosterId, version],
    queryFn: ({ signal }) => fetchData<Unfilled[]>(`/rosters/${rosterId}/unfilled`, { signal }),
    staleTime: minuteMs,
  })
export const runsQuery = (rosterId: string) =>
  queryOptions({ queryKey: ['runs', rosterId], queryFn: () => fetchData<Run[]>(`/rosters/${rosterId}/runs`) })

/** The whole curve: what is known already is kept, and only points after the last `seq` are asked for. */
export const progressQuery = (runId: string) =>
  queryOptions({
    queryKey: ['progress', runId],
    queryFn: async ({ client, queryKey, signal }) => {
      const known = client.getQueryData<RunProgress>(queryKey)?.points ?? []
      const after = known.at(-1)?.seq
      const fresh = await fetchData<RunProgress>(`/runs/${runId}/progress`, { query: { after }, signal })
      return { run: fresh.run, points: [...known, ...fresh.points.filter((point) => point.seq > (after ?? -1))] }
    },
  })
export const proposalQuery = (runId: string) =>
  queryOptions({
    queryKey: ['proposal', runId],
    queryFn: () => fetchData<Proposal>(`/runs/${runId}/proposal`),
    staleTime: minuteMs,
    retry: false,
  })
