import type { QueryClient } from '@tanstack/react-query'
import type { LiveMessage, RosterGrid, RunProgress } from '../../api/types.ts'

/** Brings one live message into the cache: points of a curve are appended, anything else marks what it touches as stale. */
export const applyLiveMessage = (client: QueryClient, message: LiveMessage): void => {
  if (message.type === 'roster') {
    const grid = client.getQueryData<RosterGrid>(['grid', message.rosterId])
    if (grid && grid.roster.version < message.version)
      client.invalidateQueries({ queryKey: ['grid', message.rosterId] })
    client.invalidateQueries({ queryKey: ['rosters'] })
    return
  }
  if (message.type !== 'run') return
  const { point, runId, rosterId, state } = message
  const known = client.getQueryData<RunProgress>(['progress', runId])
  if (known && point && point.seq > (known.points.at(-1)?.seq ?? -1)) {
    client.setQueryData<RunProgress>(['progress', runId], {
      run: {
        ...known.run,
        state,
        evaluations: point.evaluations,
        score: point.score,
        missingHeads: point.missingHeads,
      },
      points: [...known.points, point],
    })
  }
  if (known?.run.state === state) return
  client.invalidateQueries({ queryKey: ['progress', runId] })
  client.invalidateQueries({ queryKey: ['runs', rosterId] })
  client.invalidateQueries({ queryKey: ['grid', rosterId] })
}
