import { useQuery } from '@tanstack/react-query'
import { timeEntriesQuery, timesheetsQuery } from '../../api/attendance.ts'
import type { PayPeriod } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { longDay } from '../../ui/dates.ts'
import { durationText } from '../../ui/numbers.ts'
import { Badge, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { timeText } from '../exchange/shift-text.ts'
import { Card } from '../shell/page.tsx'
import { entryWords } from './clock-time.ts'
import { differenceText } from './sheet-rows.ts'
import { SheetState } from './sheet-state.tsx'
import styles from './timesheets.module.css'
import { useSheetActs } from './use-sheet-acts.ts'
import { useZones } from './use-zones.ts'

/** One's own time of a period, to look through and hand in. */
export const OwnSheet = ({ period, employeeId }: { period: PayPeriod; employeeId: string }) => {
  const entries = useQuery(timeEntriesQuery(period.firstDay, period.lastDay, employeeId))
  const sheets = useQuery(timesheetsQuery(period.id))
  const { submit, busyId } = useSheetActs(period.id)
  const zoneOf = useZones()
  if (entries.isPending || sheets.isPending) return <Skeleton rows={5} height={48} />
  const title = 'Your timesheet could not be loaded'
  if (entries.isError) return <ErrorState title={title} error={entries.error} onRetry={entries.refetch} />
  if (sheets.isError) return <ErrorState title={title} error={sheets.error} onRetry={sheets.refetch} />
  const sheet = sheets.data[0]
  const state = sheet?.state ?? 'open'
  const total = (of: 'plannedMinutes' | 'workedMinutes') => entries.data.reduce((sum, one) => sum + (one[of] ?? 0), 0)
  const [planned, worked] = [total('plannedMinutes'), total('workedMinutes')]
  return (
    <>
      <Card>
        <div className={styles.row}>
          <dl className={styles.figures}>
            <div>
              <dt>Planned</dt>
              <dd>{durationText(planned)}</dd>
            </div>
            <div>
              <dt>Worked</dt>
              <dd>{durationText(worked)}</dd>
            </div>
            <div>
              <dt>Difference</dt>
              <dd>{differenceText(worked - planned, durationText)}</dd>
            </div>
          </dl>
          <div className={styles.actions}>
            <SheetState state={state} />
            {(state === 'open' || state === 'rejected') && period.state === 'open' && (
              <Button look="primary" busy={busyId === employeeId} onClick={() => submit(employeeId)}>
                Hand in
              </Button>
            )}
          </div>
        </div>
      </Card>
      {sheet?.note && <Notice kind={state === 'rejected' ? 'danger' : 'info'}>“{sheet.note}”</Notice>}
      {entries.data.length > 0 && (
        <Card flush>
          <ul>
            {entries.data.map((entry) => (
              <li key={entry.id} className={styles.person}>
                <div className={styles.row}>
                  <span className={styles.name}>{longDay(entry.day)}</span>
                  <span className={styles.span}>
                    {timeText(entry.start, zoneOf(entry.siteId))} to{' '}
                    {entry.end ? timeText(entry.end, zoneOf(entry.siteId)) : '…'}
                  </span>
                  <span className={styles.actions}>
                    {entry.workedMinutes === null ? (
                      <Badge kind={entryWords[entry.state].kind}>{entryWords[entry.state].word}</Badge>
                    ) : (
                      durationText(entry.workedMinutes)
                    )}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
