import { useQuery } from '@tanstack/react-query'
import { CalendarX, Palmtree, Plus } from 'lucide-react'
import { useState } from 'react'
import { blackoutsQuery, timeOffTypesQuery } from '../../api/time-off.ts'
import type { Blackout, TimeOffType } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { daysBetween, periodText } from '../../ui/dates.ts'
import rows from '../../ui/rows.module.css'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { RecordActions } from '../forms/record-actions.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { BlackoutDialog } from './blackout-dialog.tsx'
import { policySentences } from './leave-words.ts'
import { TimeOffFrame } from './time-off-frame.tsx'
import { TypeDialog } from './type-dialog.tsx'

/** The kinds of leave with their policy, and the days on which nobody may be away; changed by whoever sets rules. */
export const PolicyPage = () => (
  <TimeOffFrame title="Kinds of leave">
    <Types />
    <Blackouts />
  </TimeOffFrame>
)

const Types = () => {
  const { can } = useMe()
  const types = useQuery(timeOffTypesQuery)
  const [edited, setEdited] = useState<TimeOffType | 'new' | null>(null)
  const mayWrite = can('rules:write')
  return (
    <section className={rows.section}>
      <div className={rows.head}>
        <h2 className={rows.heading}>Kinds of leave</h2>
        {mayWrite && (
          <Button icon={<Plus size={15} />} onClick={() => setEdited('new')}>
            Add a kind
          </Button>
        )}
      </div>
      {types.isPending && <Skeleton rows={3} height={56} />}
      {types.error && (
        <ErrorState title="The kinds of leave could not be loaded" error={types.error} onRetry={types.refetch} />
      )}
      {types.data?.length === 0 && (
        <EmptyState compact icon={<Palmtree size={20} />} title="No kinds of leave yet">
          A kind says what a day takes, what people get each month and who approves.
        </EmptyState>
      )}
      {types.data && types.data.length > 0 && (
        <Card flush>
          <ul>
            {types.data.map((type) => (
              <li key={type.id} className={rows.item}>
                <div className={rows.row}>
                  <div className={rows.text}>
                    <span className={rows.name}>{type.name}</span>
                    <span className={rows.meta}>{policySentences(type).join(' · ')}</span>
                  </div>
                  {mayWrite && (
                    <RecordActions
                      kind="time-off-types"
                      id={type.id}
                      name={type.name}
                      keys={['time-off']}
                      onEdit={() => setEdited(type)}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {edited && <TypeDialog type={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

const Blackouts = () => {
  const { can } = useMe()
  const blackouts = useQuery(blackoutsQuery)
  const [edited, setEdited] = useState<Blackout | 'new' | null>(null)
  const mayWrite = can('rules:write')
  return (
    <section className={rows.section}>
      <div className={rows.head}>
        <h2 className={rows.heading}>Days on which nobody may be away</h2>
        {mayWrite && (
          <Button icon={<Plus size={15} />} onClick={() => setEdited('new')}>
            Add days
          </Button>
        )}
      </div>
      {blackouts.isPending && <Skeleton rows={2} height={56} />}
      {blackouts.error && (
        <ErrorState title="The days could not be loaded" error={blackouts.error} onRetry={blackouts.refetch} />
      )}
      {blackouts.data?.length === 0 && (
        <EmptyState compact icon={<CalendarX size={20} />} title="No such days">
          Leave may be asked for on any day.
        </EmptyState>
      )}
      {blackouts.data && blackouts.data.length > 0 && (
        <Card flush>
          <ul>
            {blackouts.data.map((one) => (
              <li key={one.id} className={rows.item}>
                <div className={rows.row}>
                  <div className={rows.text}>
                    <span className={rows.name}>{one.name}</span>
                    <span className={rows.meta}>
                      {periodText(one.firstDay, daysBetween(one.firstDay, one.lastDay) + 1)}
                      {one.siteId === null && one.departmentId === null ? ' · everybody' : ' · some people only'}
                    </span>
                  </div>
                  {mayWrite && (
                    <RecordActions
                      kind="blackout-dates"
                      id={one.id}
                      name={one.name}
                      keys={['time-off']}
                      onEdit={() => setEdited(one)}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {edited && <BlackoutDialog blackout={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </section>
  )
}
