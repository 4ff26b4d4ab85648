import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { correctionsQuery, decideCorrection } from '../../api/attendance.ts'
import type { Correction } from '../../api/types.ts'
import { timeAgo } from '../../ui/dates.ts'
import { durationText } from '../../ui/numbers.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { spanText } from '../exchange/shift-text.ts'
import { useAct } from '../exchange/use-act.ts'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { AttendancePage } from './attendance-page.tsx'
import styles from './clock.module.css'
import { DecisionButtons } from './decision-buttons.tsx'
import { useZones } from './use-zones.ts'

const states = {
  pending: { kind: 'warning', word: 'Waiting' },
  approved: { kind: 'success', word: 'Approved' },
  rejected: { kind: 'danger', word: 'Rejected' },
  cancelled: { kind: 'neutral', word: 'Taken back' },
} as const
type Shown = 'pending' | 'approved' | 'rejected'
const shown: readonly { value: Shown; label: string }[] = [
  { value: 'pending', label: 'Waiting' },
  { value: 'approved', label: 'Approved' },
  { value: 'rejected', label: 'Rejected' },
]

/** Time that people ask to be put right, and the decision about it. */
export const CorrectionsPage = () => {
  const [state, setState] = useState<Shown>('pending')
  const corrections = useQuery(correctionsQuery({ state }))
  return (
    <AttendancePage title="Corrections">
      <div>
        <Segmented label="Show" value={state} options={shown} onChange={(next) => setState(next)} />
      </div>
      {corrections.isPending && <Skeleton rows={3} height={64} />}
      {corrections.error && (
        <ErrorState
          title="The corrections could not be loaded"
          error={corrections.error}
          onRetry={corrections.refetch}
        />
      )}
      {corrections.data?.length === 0 && (
        <EmptyState compact icon={<ClipboardCheck size={20} />} title="Nothing here">
          {state === 'pending' ? 'Nobody waits for a decision about their time.' : 'Decisions appear here.'}
        </EmptyState>
      )}
      {corrections.data && corrections.data.length > 0 && (
        <Card flush>
          <ul>
            {corrections.data.map((correction) => (
              <Item key={correction.id} correction={correction} />
            ))}
          </ul>
        </Card>
      )}
    </AttendancePage>
  )
}

const Item = ({ correction }: { correction: Correction }) => {
  const { me, can } = useMe()
  const { act, busyId } = useAct('attendance')
  const zone = useZones()(correction.siteId)
  const mayDecide =
    correction.state === 'pending' && can('attendance:decide') && correction.employeeId !== me.employeeId
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <span className={styles.name}>
          {correction.employeeName}: {spanText(correction.start, correction.end, zone)}
        </span>
        <span className={styles.meta}>
          {correction.entryId === null ? 'Missing time' : 'Another time'}
          {correction.breakMinutes > 0 && ` · ${durationText(correction.breakMinutes)} break`} · “{correction.reason}” ·{' '}
          {timeAgo(correction.createdAt)}
        </span>
        {correction.note && <span className={styles.meta}>Answer: “{correction.note}”</span>}
      </div>
      <div className={styles.actions}>
        {mayDecide ? (
          <DecisionButtons
            what="correction"
            busy={busyId === correction.id}
            onDecide={(accept, note) =>
              act({
                id: correction.id,
                work: () => decideCorrection(correction, accept, note),
                done: accept ? 'Approved' : 'Rejected',
              })
            }
          />
        ) : (
          <Badge kind={states[correction.state].kind}>{states[correction.state].word}</Badge>
        )}
      </div>
    </li>
  )
}
