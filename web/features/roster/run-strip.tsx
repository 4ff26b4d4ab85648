import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sparkles } from 'lucide-react'
import { progressQuery, runsQuery } from '../../api/queries.ts'
import type { RosterGrid } from '../../api/types.ts'
import { timeAgo } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { useLiveConnected } from '../shell/live-updates.tsx'
import styles from './roster-page.module.css'

/** Says that a run is at work on this roster, and how far it is. */
export const RunStrip = ({ rosterId, runId }: { rosterId: string; runId: string }) => {
  const connected = useLiveConnected()
  const { data } = useQuery({ ...progressQuery(runId), refetchInterval: connected ? 5000 : 1000 })
  const last = data?.points.at(-1)
  return (
    <div className={styles.strip} role="status">
      <Spinner />
      <span>
        A run is at work on this roster
        {last
          ? `: ${countText(last.missingHeads, 'place')} open, ${countText(last.hardBreaches, 'rule')} broken so far`
          : ''}
        . Changes by hand wait until it has finished.
      </span>
      <Link to="/rosters/$rosterId/runs/$runId" params={{ rosterId, runId }}>
        Watch
      </Link>
    </div>
  )
}

/** Leads to the newest run's proposal while nobody has decided on it; once published, a plan for the draft is of no more use. */
export const ProposalStrip = ({ roster }: { roster: RosterGrid['roster'] }) => {
  const rosterId = roster.id
  const runs = useQuery(runsQuery(rosterId))
  const newest = runs.data?.[0]
  const isReady = newest?.state === 'completed' || newest?.state === 'cancelled'
  if (!newest || !isReady || newest.decision !== 'none') return null
  if (roster.state === 'published' && newest.scope === 'plan') return null
  return (
    <div className={styles.strip} role="status">
      <Sparkles size={15} />
      <span>A proposal from {timeAgo(newest.finishedAt ?? newest.createdAt)} waits for your decision.</span>
      <Link to="/rosters/$rosterId/runs/$runId" params={{ rosterId, runId: newest.id }}>
        Look at it
      </Link>
    </div>
  )
}
