import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { cancelCorrection, correctionsQuery, timeEntriesQuery } from '../../api/attendance.ts'
import type { Correction, TimeEntry } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, longDay, today } from '../../ui/dates.ts'
import { durationText } from '../../ui/numbers.ts'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { spanText, timeText } from '../exchange/shift-text.ts'
import { useAct } from '../exchange/use-act.ts'
import { Card } from '../shell/page.tsx'
import styles from './clock.module.css'
import { entryWords } from './clock-time.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import { useZones } from './use-zones.ts'

const daysShown = 14

/** What one has worked in the last two weeks, newest first, and what one has asked to be put right. */
export const OwnEntries = ({ employeeId }: { employeeId: string }) => {
  const to = today()
  const entries = useQuery(timeEntriesQuery(addDays(to, -daysShown), to, employeeId))
  const corrections = useQuery(correctionsQuery({ employeeId, state: 'pending' }))
  const [asked, setAsked] = useState<TimeEntry | 'missing' | null>(null)
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2>The last two weeks</h2>
        <Button icon={<Plus size={15} />} onClick={() => setAsked('missing')}>
          Add missing time
        </Button>
      </div>
      {entries.isPending && <Skeleton rows={4} height={52} />}
      {entries.error && (
        <ErrorState title="Your time could not be loaded" error={entries.error} onRetry={entries.refetch} />
      )}
      {corrections.data && corrections.data.length > 0 && (
        <Card flush>
          <ul>
            {corrections.data.map((correction) => (
              <PendingCorrection key={correction.id} correction={correction} />
            ))}
          </ul>
        </Card>
      )}
      {entries.data?.length === 0 && (
        <EmptyState compact icon={<Plus size={20} />} title="No time yet">
          Clock in when you begin. Forgot to? Ask for the time to be added.
        </EmptyState>
      )}
      {entries.data && entries.data.length > 0 && (
        <Card flush>
          <ul>
            {entries.data.toReversed().map((entry) => (
              <Entry key={entry.id} entry={entry} onCorrect={() => setAsked(entry)} />
            ))}
          </ul>
        </Card>
      )}
      {asked !== null && <CorrectionDialog entry={asked === 'missing' ? null : asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

const Entry = ({ entry, onCorrect }: { entry: TimeEntry; onCorrect(): void }) => {
  const { kind, word } = entryWords[entry.state]
  const zone = useZones()(entry.siteId)
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <span className={styles.name}>{longDay(entry.day)}</span>
        <span className={styles.meta}>
          {timeText(entry.start, zone)} to {entry.end ? timeText(entry.end, zone) : '…'}
          {entry.breakMinutes > 0 && ` · ${durationText(entry.breakMinutes)} break`}
          {entry.workedMinutes !== null && ` · ${durationText(entry.workedMinutes)}`}
        </span>
      </div>
      <div className={styles.actions}>
        {entry.isLate && <Badge kind="warning">Late</Badge>}
        {entry.leftEarly && <Badge kind="warning">Left early</Badge>}
        {entry.state !== 'complete' && <Badge kind={kind}>{word}</Badge>}
        {entry.state !== 'open' && (
          <Button size="small" onClick={onCorrect}>
            Correct
          </Button>
        )}
      </div>
    </li>
  )
}

const PendingCorrection = ({ correction }: { correction: Correction }) => {
  const { act, busyId } = useAct('attendance')
  const zone = useZones()(correction.siteId)
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <span className={styles.name}>{spanText(correction.start, correction.end, zone)}</span>
        <span className={styles.meta}>“{correction.reason}”</span>
      </div>
      <div className={styles.actions}>
        <Badge kind="warning">Waits for a decision</Badge>
        <Button
          size="small"
          look="ghost"
          busy={busyId === correction.id}
          onClick={() => act({ id: correction.id, work: () => cancelCorrection(correction), done: 'Taken back' })}
        >
          Take back
        </Button>
      </div>
    </li>
  )
}
