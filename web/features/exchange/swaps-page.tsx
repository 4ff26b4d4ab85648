import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { cancelSwap, stepSwap, swapsQuery } from '../../api/exchange.ts'
import type { Swap } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { timeAgo } from '../../ui/dates.ts'
import rows from '../../ui/rows.module.css'
import { Badge, EmptyState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { ExchangePage } from './exchange-page.tsx'
import { whenText } from './shift-text.ts'
import { useAct } from './use-act.ts'

const states = {
  proposed: { kind: 'info', word: 'Waits for an answer' },
  agreed: { kind: 'warning', word: 'Waits for approval' },
  done: { kind: 'success', word: 'Carried out' },
  declined: { kind: 'neutral', word: 'Declined' },
  rejected: { kind: 'danger', word: 'Rejected' },
  cancelled: { kind: 'neutral', word: 'Taken back' },
  ended: { kind: 'neutral', word: 'Ended' },
} as const

/** Trades, newest first, each with what the reader may do about it. */
export const SwapsPage = () => {
  const swaps = useQuery(swapsQuery)
  return (
    <ExchangePage title="Trades">
      {swaps.isPending && <Skeleton rows={3} height={64} />}
      {swaps.error && <p className={rows.meta}>{swaps.error.message}</p>}
      {swaps.data?.length === 0 && (
        <EmptyState compact icon={<ArrowLeftRight size={20} />} title="No trades yet">
          Whoever works a published shift can swap it, hand it over, or ask to be freed of it.
        </EmptyState>
      )}
      {swaps.data && swaps.data.length > 0 && (
        <Card flush>
          <ul>
            {swaps.data.map((swap) => (
              <SwapItem key={swap.id} swap={swap} />
            ))}
          </ul>
        </Card>
      )}
    </ExchangePage>
  )
}

const sideText = (side: Swap['from']): string =>
  side.shiftName && side.start && side.end && side.zone
    ? `${side.shiftName}, ${whenText(side.start, side.end, side.zone)}`
    : 'a shift that is no longer theirs'

const sentence = ({ kind, from, to }: Swap): string => {
  if (kind === 'give-up') return `${from.employeeName} asks to be freed`
  if (kind === 'offer') return `${from.employeeName} hands over to ${to?.employeeName}`
  return `${from.employeeName} swaps with ${to?.employeeName}`
}

const SwapItem = ({ swap }: { swap: Swap }) => {
  const { me, can } = useMe()
  const { act, busyId } = useAct()
  const step = (how: 'answer' | 'decide', accept: boolean) => () =>
    act({ id: swap.id, work: () => stepSwap(swap, how, accept), done: accept ? 'Agreed' : 'Declined' })
  const isOpen = swap.state === 'proposed' || swap.state === 'agreed'
  const mayActFor = (employeeId: string | undefined) => can('exchange:decide') || employeeId === me.employeeId
  const mayDecide = swap.state === 'agreed' && can('exchange:decide')
  return (
    <li className={rows.item}>
      <div className={rows.row}>
        <div className={rows.text}>
          <span className={rows.name}>{sentence(swap)}</span>
          <span className={rows.meta}>Gives {sideText(swap.from)}</span>
          {swap.kind === 'swap' && swap.to && <span className={rows.meta}>For {sideText(swap.to)}</span>}
          <span className={rows.meta}>{timeAgo(swap.createdAt)}</span>
        </div>
        <div className={rows.actions}>
          <Badge kind={states[swap.state].kind}>{states[swap.state].word}</Badge>
          {swap.state === 'proposed' && mayActFor(swap.to?.employeeId) && (
            <Button look="primary" busy={busyId === swap.id} onClick={step('answer', true)}>
              Agree
            </Button>
          )}
          {mayDecide && (
            <Button look="primary" busy={busyId === swap.id} onClick={step('decide', true)}>
              Approve
            </Button>
          )}
          {isOpen && mayActFor(swap.from.employeeId) && (
            <Button
              look="ghost"
              busy={busyId === swap.id}
              onClick={() => act({ id: swap.id, work: () => cancelSwap(swap), done: 'Taken back' })}
            >
              Take back
            </Button>
          )}
          {(mayDecide || (swap.state === 'proposed' && mayActFor(swap.to?.employeeId))) && (
            <Button
              look="ghost"
              busy={busyId === swap.id}
              onClick={step(swap.state === 'proposed' ? 'answer' : 'decide', false)}
            >
              Decline
            </Button>
          )}
        </div>
      </div>
      {swap.message && <p className={rows.meta}>“{swap.message}”</p>}
      {swap.reason && <p className={rows.reasons}>{swap.reason}.</p>}
    </li>
  )
}
