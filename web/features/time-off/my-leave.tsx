import { useQuery } from '@tanstack/react-query'
import { Palmtree } from 'lucide-react'
import { balancesQuery, cancelTimeOff, timeOffQuery, timeOffTypesQuery } from '../../api/time-off.ts'
import type { TimeOff } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import rows from '../../ui/rows.module.css'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { spanText } from '../calendar/span-text.ts'
import { useAct } from '../exchange/use-act.ts'
import { useZone } from '../session/use-zone.ts'
import { Card } from '../shell/page.tsx'
import { BalanceTiles } from './balance-tiles.tsx'
import { leaveStates, takenText } from './leave-words.ts'

/** One's own balances and requests, the latest first. */
export const MyLeave = ({ employeeId, isSecond }: { employeeId: string; isSecond: boolean }) => {
  const zone = useZone()
  const requests = useQuery(timeOffQuery({ employeeId }))
  const balances = useQuery(balancesQuery(employeeId))
  return (
    <section className={rows.section}>
      {isSecond && <h2 className={rows.heading}>Your own</h2>}
      {balances.data && <BalanceTiles balances={balances.data} />}
      {(requests.isPending || zone === undefined) && !requests.error && <Skeleton rows={3} height={64} />}
      {requests.error && (
        <ErrorState title="Your leave could not be loaded" error={requests.error} onRetry={requests.refetch} />
      )}
      {requests.data?.length === 0 && (
        <EmptyState compact icon={<Palmtree size={20} />} title="No leave yet">
          Ask for days or hours: what it takes from your balance is shown before you send it.
        </EmptyState>
      )}
      {requests.data && requests.data.length > 0 && zone && (
        <Card flush>
          <ul>
            {requests.data.toReversed().map((request) => (
              <OwnRequest key={request.id} request={request} zone={zone} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  )
}

/** Granted leave that has begun is taken back by somebody else only. */
const mayTakeBack = ({ state, start }: TimeOff): boolean =>
  state === 'pending' || (state === 'approved' && Date.parse(start) > Date.now())

const OwnRequest = ({ request, zone }: { request: TimeOff; zone: string }) => {
  const types = useQuery(timeOffTypesQuery)
  const { act, busyId } = useAct('time-off')
  const type = types.data?.find(({ id }) => id === request.typeId)
  const { kind, word } = leaveStates[request.state]
  return (
    <li className={rows.item}>
      <div className={rows.row}>
        <div className={rows.text}>
          <span className={rows.name}>{spanText(request.start, request.end, zone)}</span>
          <span className={rows.meta}>
            {[type?.name ?? 'Time off', takenText(request, type)].filter(Boolean).join(' · ')}
          </span>
        </div>
        <div className={rows.actions}>
          <Badge kind={kind}>{word}</Badge>
          {mayTakeBack(request) && (
            <Button
              look="ghost"
              busy={busyId === request.id}
              onClick={() => act({ id: request.id, work: () => cancelTimeOff(request), done: 'Taken back' })}
            >
              Take back
            </Button>
          )}
        </div>
      </div>
      {request.reason && <p className={rows.meta}>“{request.reason}”</p>}
    </li>
  )
}
