import { useQuery } from '@tanstack/react-query'
import { cancelTimeOff, timeOffReviewQuery } from '../../api/time-off.ts'
import type { TimeOffReview, TimeOffType } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { countText, listText } from '../../ui/numbers.ts'
import rows from '../../ui/rows.module.css'
import { Badge, Skeleton } from '../../ui/states.tsx'
import { dayText, spanText } from '../calendar/span-text.ts'
import { useAct } from '../exchange/use-act.ts'
import { useMe } from '../session/use-me.ts'
import { DecideForm } from './decide-form.tsx'
import { amountText } from './leave-words.ts'
import styles from './time-off.module.css'

const listedMax = 6

interface RequestReviewProps {
  id: string
  name: string
  zone: string
  type: TimeOffType | undefined
}

/** What an approver looks at before deciding, and the decision itself. */
export const RequestReview = ({ id, name, zone, type }: RequestReviewProps) => {
  const { me, can } = useMe()
  const review = useQuery(timeOffReviewQuery(id))
  const { act, busyId } = useAct('time-off')
  if (review.error) return <p className={rows.meta}>{review.error.message}</p>
  if (review.isPending) return <Skeleton rows={2} height={32} />
  const { request, balanceMinutes, decisions } = review.data
  const isOwn = request.employeeId === me.employeeId
  return (
    <div className={rows.inner}>
      <dl className={styles.facts}>
        {type && balanceMinutes !== null && (
          <Fact label="Left afterwards">
            <span data-low={balanceMinutes < 0 || undefined} className={styles.amount}>
              {amountText(balanceMinutes, type)}
            </span>
          </Fact>
        )}
        <Fact label="Away at that time">
          <Away review={review.data} zone={zone} />
        </Fact>
        <Fact label="Shifts at that time">
          <Shifts review={review.data} />
        </Fact>
        {decisions.length > 0 && (
          <Fact label="Decided so far">
            {decisions.map((one) => (
              <span key={one.level} className={styles.line}>
                {one.decision === 'approved' ? 'Approved' : 'Rejected'} at level {one.level}
                {one.note && `: “${one.note}”`}
              </span>
            ))}
          </Fact>
        )}
      </dl>
      {request.state === 'pending' && isOwn && (
        <p className={rows.meta}>
          Nobody decides about their own leave. Somebody else who may approve decides this one.
        </p>
      )}
      {request.state === 'pending' && !isOwn && (
        <DecideForm request={request} name={name} approvalsLeft={review.data.approvalsLeft} />
      )}
      {request.state === 'approved' && can('people:write') && (
        <div>
          <Button
            look="danger"
            busy={busyId === id}
            onClick={() => act({ id, work: () => cancelTimeOff(request), done: 'Leave cancelled' })}
          >
            Cancel this leave
          </Button>
        </div>
      )}
    </div>
  )
}

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className={styles.fact}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const Away = ({ review: { away }, zone }: { review: TimeOffReview; zone: string }) => {
  if (away.length === 0) return 'Nobody of the same team, department or site'
  return (
    <>
      {away.slice(0, listedMax).map((one) => (
        <span key={`${one.employeeId}${one.start}${one.state}`} className={styles.line}>
          {one.employeeName}, {spanText(one.start, one.end, zone)}
          <span className={rows.meta}> same {listText(one.shares)}</span>
          {one.state === 'pending' && <Badge kind="warning">Waiting</Badge>}
          {one.state === 'absent' && <Badge kind="warning">Absent</Badge>}
        </span>
      ))}
      {away.length > listedMax && <span className={styles.line}>and {away.length - listedMax} more</span>}
    </>
  )
}

const Shifts = ({ review: { shifts } }: { review: TimeOffReview }) => {
  if (shifts.length === 0) return 'None planned'
  return (
    <>
      {shifts.slice(0, listedMax).map((shift) => (
        <span key={shift.shiftId} className={styles.line}>
          {shift.shiftName}, {dayText(shift.day)}, {shift.siteName}
          {shift.headsShort > 0 && <Badge kind="danger">{`would lack ${shift.headsShort}`}</Badge>}
          {shift.rosterState === 'published' && <Badge kind="neutral">published</Badge>}
        </span>
      ))}
      {shifts.length > listedMax && (
        <span className={styles.line}>and {countText(shifts.length - listedMax, 'more shift', 'more shifts')}</span>
      )}
    </>
  )
}
