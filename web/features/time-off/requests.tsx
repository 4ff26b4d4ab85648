import { useQuery } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import { timeOffQuery, timeOffTypesQuery } from '../../api/time-off.ts'
import type { TimeOff } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, today } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import rows from '../../ui/rows.module.css'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { wallClock } from '../calendar/wall-clock.ts'
import { usePeopleNames } from '../people/use-people-names.ts'
import { useMe } from '../session/use-me.ts'
import { useZone } from '../session/use-zone.ts'
import { Card } from '../shell/page.tsx'
import { awayBeside } from './away-beside.ts'
import { RequestItem } from './request-item.tsx'

/** How far back the lists reach. */
const daysBack = 90
const pageLength = 30

type View = 'waiting' | 'planned' | 'all'
const fits: Readonly<Record<View, (request: TimeOff) => boolean>> = {
  waiting: ({ state }) => state === 'pending',
  planned: ({ state, end }) => state === 'approved' && Date.parse(end) > Date.now(),
  all: () => true,
}
const empty: Readonly<Record<View, string>> = {
  waiting: 'Nothing waits for a decision',
  planned: 'Nobody is going to be away',
  all: `No leave in the last ${daysBack} days`,
}

/** Everybody's leave within reach: what waits for a decision first. */
export const Requests = () => {
  const zone = useZone()
  if (zone === undefined) return <Skeleton rows={4} height={64} />
  return <RequestsIn zone={zone} />
}

const RequestsIn = ({ zone }: { zone: string }) => {
  const { can } = useMe()
  const [view, setView] = useState<View>(can('time-off:approve') ? 'waiting' : 'planned')
  const [shownMax, setShownMax] = useState(pageLength)
  const from = wallClock(zone).toInstant(addDays(today(), -daysBack))
  const requests = useQuery(timeOffQuery({ from }))
  const types = useQuery(timeOffTypesQuery)
  const names = usePeopleNames()
  if (requests.error)
    return <ErrorState title="The requests could not be loaded" error={requests.error} onRetry={requests.refetch} />
  if (requests.isPending) return <Skeleton rows={4} height={64} />
  const chosen = requests.data.filter(fits[view])
  const shown = (view === 'all' ? chosen.toReversed() : chosen).slice(0, shownMax)
  const waiting = requests.data.filter(fits.waiting).length
  return (
    <section className={rows.section}>
      <div className={rows.head}>
        <h2 className={rows.heading}>Requests</h2>
        <Segmented
          label="Which requests"
          value={view}
          onChange={(next) => {
            setView(next)
            setShownMax(pageLength)
          }}
          options={[
            { value: 'waiting', label: `Waiting ${waiting}` },
            { value: 'planned', label: 'Planned' },
            { value: 'all', label: 'All' },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState compact icon={<CalendarCheck size={20} />} title={empty[view]} />
      ) : (
        <Card flush>
          <ul>
            {shown.map((request) => (
              <RequestItem
                key={request.id}
                request={request}
                zone={zone}
                name={names.get(request.employeeId) ?? 'Somebody'}
                type={types.data?.find(({ id }) => id === request.typeId)}
                away={awayBeside(request, requests.data)}
              />
            ))}
          </ul>
        </Card>
      )}
      {chosen.length > shownMax && (
        <Button onClick={() => setShownMax(shownMax + pageLength)}>
          Show more ({countText(chosen.length - shownMax, 'request')} left)
        </Button>
      )}
    </section>
  )
}
