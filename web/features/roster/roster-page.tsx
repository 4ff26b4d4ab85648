import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { gridQuery } from '../../api/queries.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { useIsPhone } from '../shell/use-is-phone.ts'
import styles from './roster-page.module.css'
import { RosterWorkspace } from './roster-workspace.tsx'

/** A roster: the grid on a desk, a list of days on a phone. */
export const RosterPage = () => {
  const { rosterId } = useParams({ from: '/user/member/rosters/$rosterId' })
  const grid = useQuery(gridQuery(rosterId))
  const isPhone = useIsPhone()
  useDocumentTitle(grid.data?.roster.name)

  if (grid.data) return <RosterWorkspace key={rosterId} grid={grid.data} isPhone={isPhone} />
  if (grid.error) return <ErrorState title="The roster could not be loaded" error={grid.error} onRetry={grid.refetch} />
  return (
    <div className={styles.loading}>
      <Skeleton rows={14} height={38} />
    </div>
  )
}
