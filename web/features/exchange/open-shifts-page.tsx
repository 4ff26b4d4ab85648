import { useQuery } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { openShiftsQuery } from '../../api/exchange.ts'
import rows from '../../ui/rows.module.css'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { ExchangePage } from './exchange-page.tsx'
import { OpenShiftItem } from './open-shift-item.tsx'
import { ShiftsToTake } from './shifts-to-take.tsx'

/** What is open: for planners with the people who could come, for everybody with what they may take themselves. */
export const OpenShiftsPage = () => {
  const { me, can } = useMe()
  return (
    <ExchangePage title="Open shifts">
      {can('exchange:decide') && <OpenShifts />}
      {can('self:write') && (me.employeeId !== null || !can('exchange:decide')) && (
        <section className={rows.section}>
          <h2 className={rows.heading}>Open to you</h2>
          <ShiftsToTake />
        </section>
      )}
    </ExchangePage>
  )
}

const OpenShifts = () => {
  const shifts = useQuery(openShiftsQuery)
  if (shifts.isPending) return <Skeleton rows={3} height={64} />
  if (shifts.error)
    return <ErrorState title="The open shifts could not be loaded" error={shifts.error} onRetry={shifts.refetch} />
  if (shifts.data.length === 0)
    return (
      <EmptyState compact icon={<CalendarCheck size={20} />} title="Nothing is open">
        Report somebody absent, or open a shift in a published roster, and it appears here.
      </EmptyState>
    )
  return (
    <Card flush>
      <ul>
        {shifts.data.map((shift) => (
          <OpenShiftItem key={shift.id} shift={shift} />
        ))}
      </ul>
    </Card>
  )
}
