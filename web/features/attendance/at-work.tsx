import { useQuery } from '@tanstack/react-query'
import { UserRoundX } from 'lucide-react'
import { timeEntriesQuery } from '../../api/attendance.ts'
import type { TimeEntry } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { countText, durationText } from '../../ui/numbers.ts'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { timeText } from '../exchange/shift-text.ts'
import { Card } from '../shell/page.tsx'
import styles from './clock.module.css'
import { entryWords, minutesSoFar } from './clock-time.ts'
import { useNow } from './use-now.ts'
import { useZones } from './use-zones.ts'

const tickMs = 30_000

/** Who is at work and who was today, for whoever reads attendance. */
export const AtWork = () => {
  const day = today()
  const entries = useQuery(timeEntriesQuery(day, day))
  const nowMs = useNow(tickMs)
  const zoneOf = useZones()
  const isOpen = (entry: TimeEntry) => entry.state === 'open'
  const sorted = entries.data?.toSorted(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.employeeName.localeCompare(b.employeeName),
  )
  const here = entries.data?.filter(isOpen).length ?? 0
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2>At work today</h2>
        {entries.data && <span className={styles.meta}>{countText(here, 'person', 'people')} clocked in now</span>}
      </div>
      {entries.isPending && <Skeleton rows={4} height={52} />}
      {entries.error && (
        <ErrorState title="Who is at work could not be loaded" error={entries.error} onRetry={entries.refetch} />
      )}
      {sorted?.length === 0 && (
        <EmptyState compact icon={<UserRoundX size={20} />} title="Nobody has clocked in today">
          People clock in on this page, or at a kiosk with their number and PIN.
        </EmptyState>
      )}
      {sorted && sorted.length > 0 && (
        <Card flush>
          <ul>
            {sorted.map((entry) => (
              <Row key={entry.id} entry={entry} nowMs={nowMs} zone={zoneOf(entry.siteId)} />
            ))}
          </ul>
        </Card>
      )}
    </section>
  )
}

const Row = ({ entry, nowMs, zone }: { entry: TimeEntry; nowMs: number; zone: string | undefined }) => {
  const pause = entry.breaks.find(({ until }) => until === null)
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <span className={styles.name}>{entry.employeeName}</span>
        <span className={styles.meta}>
          {timeText(entry.clockedInAt, zone)} to {entry.clockedOutAt ? timeText(entry.clockedOutAt, zone) : 'now'} ·{' '}
          {durationText(entry.workedMinutes ?? minutesSoFar(entry, nowMs))}
        </span>
      </div>
      <div className={styles.actions}>
        {entry.isLate && <Badge kind="warning">Late</Badge>}
        {entry.leftEarly && <Badge kind="warning">Left early</Badge>}
        {entry.state !== 'open' ? (
          <Badge kind={entryWords[entry.state].kind}>{entryWords[entry.state].word}</Badge>
        ) : pause ? (
          <Badge kind="warning">{`Break since ${timeText(pause.from, zone)}`}</Badge>
        ) : (
          <Badge kind="success">Working</Badge>
        )}
      </div>
    </li>
  )
}
