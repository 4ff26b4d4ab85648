import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { progressQuery } from '../../api/queries.ts'
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
