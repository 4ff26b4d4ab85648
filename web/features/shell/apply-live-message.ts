import type { QueryClient } from '@tanstack/react-query'
import type { LiveMessage, RosterGrid, RunProgress } from '../../api/types.ts'

/** Which answers show a kind of record, by the first word of their keys; a kind that is not named is shown by all. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  employee: ['employees', 'grid', 'exchange'],
  skill: ['skills', 'employees', 'grid'],
  site: ['sites', 'grid', 'demand'],
  demand: ['demand'],
  roster: ['rosters'],
  organisation: ['organisation', 'me'],
  'open shift': ['exchange', 'grid'],
  claim: ['exchange', 'grid'],
  swap: ['exchange', 'grid'],
  absence: ['exchange', 'grid'],
  'time off': ['grid', 'time-off'],
  'kind of time off': ['time-off'],
  blackout: ['time-off'],
  'time off balance': ['time-off'],
  availability: ['grid', 'availability'],
  certification: ['certifications', 'grid'],
  department: ['departments'],
  team: ['teams'],
  'job role': ['job-roles'],
  channel: ['channels'],
  clock: ['attendance'],
  'time correction': ['attendance'],
  timesheet: ['attendance'],
  'pay period': ['attendance'],
  // Decisions about one's own time reach who may not see people as a message only.
  notification: ['messages', 'attendance', 'time-off'],
}

/** Brings one live message into the cache: points of a curve are appended, anything else marks what it touches as stale. */
export const applyLiveMessage = (client: QueryClient, message: LiveMessage): void => {
  if (message.type === 'roster') {
    const grid = client.getQueryData<RosterGrid>(['grid', message.rosterId])
    if (grid && grid.roster.version < message.version)
      client.invalidateQueries({ queryKey: ['grid', message.rosterId] })
    client.invalidateQueries({ queryKey: ['rosters'] })
    client.invalidateQueries({ queryKey: ['dashboard'] })
    return
  }
  if (message.type === 'reload') {
    client.invalidateQueries()
    return
  }
  if (message.type === 'changed') {
    const keys = message.entities.map((entity) => shownBy[entity])
    if (keys.includes(undefined)) client.invalidateQueries()
    client.invalidateQueries({ queryKey: ['dashboard'] })
    for (const key of new Set(keys.flatMap((some) => some ?? []))) client.invalidateQueries({ queryKey: [key] })
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
