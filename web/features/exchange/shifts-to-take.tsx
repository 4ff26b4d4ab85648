import { useQuery } from '@tanstack/react-query'
import { CalendarCheck } from 'lucide-react'
import { claimShift, endClaim, shiftsToTakeQuery } from '../../api/exchange.ts'
import type { ShiftToTake } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { durationText } from '../../ui/numbers.ts'
import rows from '../../ui/rows.module.css'
import { Badge, EmptyState, Skeleton } from '../../ui/states.tsx'
import { Card } from '../shell/page.tsx'
import { Reasons } from './reasons.tsx'
import { whenText } from './shift-text.ts'
import { useAct } from './use-act.ts'

const verdicts = {
  free: { kind: 'success', word: 'Nothing against it' },
  costs: { kind: 'warning', word: 'Possible' },
  stopped: { kind: 'danger', word: 'Not for you' },
} as const

/** The open shifts as the signed-in person sees them; nothing for a login without an employee's record. */
export const ShiftsToTake = () => {
  const shifts = useQuery(shiftsToTakeQuery)
  const { act, busyId } = useAct()
  if (shifts.isPending) return <Skeleton rows={3} height={64} />
  if (shifts.error) return <p className={rows.meta}>{shifts.error.message}</p>
  if (shifts.data.length === 0)
    return (
      <EmptyState compact icon={<CalendarCheck size={20} />} title="No open shifts">
        You get a message when a shift is open that you could take.
      </EmptyState>
    )
  return (
    <Card flush>
      <ul>
        {shifts.data.map((one) => (
          <li key={one.openShift.id} className={rows.item}>
            <div className={rows.row}>
              <ShiftText shift={one.openShift} />
              <div className={rows.actions}>
                <State one={one} />
                {actionsOf(one).map(({ label, primary, work, done }) => (
                  <Button
                    key={label}
                    look={primary ? 'primary' : 'secondary'}
                    busy={busyId === one.openShift.id}
                    onClick={() => act({ id: one.openShift.id, work, done })}
                  >
                    {label}
                  </Button>
                ))}
              </div>
            </div>
            {one.openShift.message && <p className={rows.meta}>“{one.openShift.message}”</p>}
            <Reasons breaches={one.breaches} person="You" />
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const ShiftText = ({ shift }: { shift: ShiftToTake['openShift'] }) => (
  <div className={rows.text}>
    <span className={rows.name}>
      {shift.shiftName} · {whenText(shift.start, shift.end, shift.zone)}
    </span>
    <span className={rows.meta}>
      {shift.siteName} · {durationText(shift.paidMinutes)} paid
      {shift.mode === 'bids' && ' · decided among everybody who asks'}
    </span>
  </div>
)

const State = ({ one }: { one: ShiftToTake }) => {
  if (one.claim?.state === 'pending') return <Badge>You have asked</Badge>
  if (one.claim?.state === 'offered') return <Badge kind="info">You were asked</Badge>
  return <Badge kind={verdicts[one.verdict].kind}>{verdicts[one.verdict].word}</Badge>
}

const actionsOf = ({ openShift, claim, verdict }: ShiftToTake) => {
  const take = {
    label: openShift.mode === 'bids' ? 'Ask for it' : 'Take it',
    primary: true,
    work: () => claimShift(openShift.id),
    done: openShift.mode === 'bids' ? 'You have asked for the shift' : 'Done',
  }
  if (claim?.state === 'pending')
    return [{ label: 'Take back', primary: false, work: () => endClaim(claim.id, 'withdraw'), done: 'Taken back' }]
  if (claim?.state === 'offered')
    return [
      { label: 'Decline', primary: false, work: () => endClaim(claim.id, 'decline'), done: 'Declined' },
      ...(verdict === 'stopped' ? [] : [{ ...take, label: 'Accept' }]),
    ]
  return verdict === 'stopped' ? [] : [take]
}
