import { useState } from 'react'
import type { TimeOff, TimeOffType } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { countText } from '../../ui/numbers.ts'
import rows from '../../ui/rows.module.css'
import { Badge } from '../../ui/states.tsx'
import { spanText } from '../calendar/span-text.ts'
import { useMe } from '../session/use-me.ts'
import { leaveStates, takenText } from './leave-words.ts'
import { RequestReview } from './request-review.tsx'

interface RequestItemProps {
  request: TimeOff
  zone: string
  name: string
  type: TimeOffType | undefined
  /** Other people who are away at the same time. */
  away: number
}

/** One request for whoever reads people; who may approve opens what speaks for and against it. */
export const RequestItem = ({ request, zone, name, type, away }: RequestItemProps) => {
  const { can } = useMe()
  const [isOpen, setOpen] = useState(false)
  const { kind, word } = leaveStates[request.state]
  return (
    <li className={rows.item}>
      <div className={rows.row}>
        <div className={rows.text}>
          <span className={rows.name}>{name}</span>
          <span className={rows.meta}>
            {[spanText(request.start, request.end, zone), type?.name ?? 'Time off', takenText(request, type)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div className={rows.actions}>
          {away > 0 && <Badge kind="neutral">{countText(away, 'other')} away</Badge>}
          <Badge kind={kind}>{word}</Badge>
          {can('time-off:approve') && (
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Hide' : request.state === 'pending' ? 'Review' : 'Details'}
            </Button>
          )}
        </div>
      </div>
      {request.reason && <p className={rows.meta}>“{request.reason}”</p>}
      {isOpen && <RequestReview id={request.id} name={name} zone={zone} type={type} />}
    </li>
  )
}
