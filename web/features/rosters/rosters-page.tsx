import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarPlus, CalendarRange, FileUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { employeesQuery, rostersQuery, sitesQuery } from '../../api/queries.ts'
import type { Roster } from '../../api/types.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { periodText, timeAgo } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Card, Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { CreateRosterDialog } from './create-roster-dialog.tsx'
import styles from './rosters-page.module.css'

const stateBadge = {
  draft: { kind: 'neutral', word: 'Draft' },
  published: { kind: 'success', word: 'Published' },
  archived: { kind: 'neutral', word: 'Archived' },
} as const

/** Every roster of the organisation, newest period first. */
export const RostersPage = () => {
  useDocumentTitle('Rosters')
  const { organisation, can } = useMe()
  const rosters = useQuery(rostersQuery)
  const [creating, setCreating] = useState(false)
  const canCreate = can('rosters:write')

  return (
    <Page
      title="Rosters"
      subtitle={organisation?.name}
      actions={
        canCreate &&
        (rosters.data?.length ?? 0) > 0 && (
          <Button look="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
            New roster
          </Button>
        )
      }
    >
      {rosters.isPending && <Skeleton rows={4} height={64} />}
      {rosters.error && (
        <ErrorState title="The rosters could not be loaded" error={rosters.error} onRetry={rosters.refetch} />
      )}
      {rosters.data?.length === 0 && <NoRosters canCreate={canCreate} onCreate={() => setCreating(true)} />}
      {rosters.data && rosters.data.length > 0 && <RosterList rosters={rosters.data} />}
      {creating && <CreateRosterDialog rosters={rosters.data ?? []} onClose={() => setCreating(false)} />}
    </Page>
  )
}

const RosterList = ({ rosters }: { rosters: readonly Roster[] }) => {
  const sites = useQuery(sitesQuery)
  const siteText = (roster: Roster): string => {
    if (roster.siteIds.length === 0) return 'All sites'
    const names = roster.siteIds.map((id) => sites.data?.find((site) => site.id === id)?.name).filter(Boolean)
    return names.length > 0 && names.length <= 2 ? names.join(', ') : countText(roster.siteIds.length, 'site')
  }
  const sorted = [...rosters].sort((a, b) =>
    a.start === b.start ? a.name.localeCompare(b.name) : a.start < b.start ? 1 : -1,
  )
  return (
    <Card flush>
      <ul>
        {sorted.map((roster) => (
          <li key={roster.id} className={styles.item}>
            <Link to="/rosters/$rosterId" params={{ rosterId: roster.id }} className={styles.link}>
              <span className={styles.icon}>
                <CalendarRange size={17} />
              </span>
              <span className={styles.text}>
                <span className={styles.name}>{roster.name}</span>
                <span className={styles.meta}>
                  {periodText(roster.start, roster.days)} · {countText(roster.days, 'day')} · {siteText(roster)}
                </span>
              </span>
              {roster.publishedAt && <span className={styles.when}>{timeAgo(roster.publishedAt)}</span>}
              <Badge kind={stateBadge[roster.state].kind}>{stateBadge[roster.state].word}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The first visit: people and demand come first, then a roster. */
const NoRosters = ({ canCreate, onCreate }: { canCreate: boolean; onCreate(): void }) => {
  const people = useQuery({ ...employeesQuery, enabled: canCreate })
  if (!canCreate)
    return (
      <EmptyState icon={<CalendarRange size={20} />} title="Nothing is published yet">
        Rosters appear here as soon as your planner publishes one.
      </EmptyState>
    )
  if (people.isPending) return <Skeleton rows={3} height={64} />
  if ((people.data?.length ?? 0) === 0)
    return (
      <Card>
        <EmptyState
          icon={<FileUp size={20} />}
          title="Bring your people and your demand"
          action={
            <>
              <Link to="/import" className={buttonClass({ look: 'primary' })}>
                Import CSV files
              </Link>
              <Button onClick={onCreate}>Create an empty roster</Button>
            </>
          }
        >
          Import people, skills, contracts, shift types and demand as CSV. Every line is checked before anything is
          written.
        </EmptyState>
      </Card>
    )
  return (
    <Card>
      <EmptyState
        icon={<CalendarPlus size={20} />}
        title="Create your first roster"
        action={
          <Button look="primary" icon={<Plus size={15} />} onClick={onCreate}>
            New roster
          </Button>
        }
      >
        {countText(people.data?.length ?? 0, 'person', 'people')} are ready. Choose a period; the shifts come from your
        demand.
      </EmptyState>
    </Card>
  )
}
