import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useEffect } from 'react'
import { gridQuery, progressQuery } from '../../api/queries.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useLiveConnected } from '../shell/live-updates.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { LiveRun } from './live-run.tsx'
import { ProposalView } from './proposal-view.tsx'
import { RunEnded } from './run-ended.tsx'
import styles from './run-page.module.css'

const pollMs = 700
const slowPollMs = 4000

/** A run from start to decision: live while it works, then its proposal. */
export const RunPage = () => {
  const { rosterId, runId } = useParams({ from: '/user/member/rosters/$rosterId/runs/$runId' })
  const connected = useLiveConnected()
  const client = useQueryClient()
  const grid = useQuery(gridQuery(rosterId))
  const progress = useQuery({
    ...progressQuery(runId),
    refetchInterval: ({ state }) => {
      const active = state.data?.run.state === 'queued' || state.data?.run.state === 'running'
      return active ? (connected ? slowPollMs : pollMs) : false
    },
  })
  const run = progress.data?.run
  const isActive = run?.state === 'queued' || run?.state === 'running'
  useDocumentTitle(run ? (isActive ? 'Generating' : 'Proposal') : undefined)

  useEffect(() => {
    if (run && !isActive) client.invalidateQueries({ queryKey: ['grid', rosterId] })
  }, [client, isActive, rosterId, run?.state, run])

  const error = progress.error ?? grid.error
  if (error && !progress.data)
    return <ErrorState title="The run could not be loaded" error={error} onRetry={progress.refetch} />
  return (
    <div className={styles.page}>
      <Link to="/rosters/$rosterId" params={{ rosterId }} className={styles.back}>
        <ChevronLeft size={16} />
        {grid.data?.roster.name ?? 'Roster'}
      </Link>
      {!progress.data || !grid.data ? (
        <Skeleton rows={6} height={72} />
      ) : isActive ? (
        <LiveRun progress={progress.data} grid={grid.data} />
      ) : progress.data.run.state === 'completed' || progress.data.run.state === 'cancelled' ? (
        <ProposalView run={progress.data.run} points={progress.data.points} grid={grid.data} />
      ) : (
        <RunEnded run={progress.data.run} />
      )}
    </div>
  )
}
