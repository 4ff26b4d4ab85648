import { useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { availabilityLinesQuery } from '../../api/time-off.ts'
import type { Availability } from '../../api/types.ts'
import { countText } from '../../ui/numbers.ts'
import rows from '../../ui/rows.module.css'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { RecordActions } from '../forms/record-actions.tsx'
import { Card } from '../shell/page.tsx'
import styles from './availability.module.css'
import { isWish, kindWords } from './availability-words.ts'
import { LineDialog } from './line-dialog.tsx'
import { lineText } from './recurrence.ts'

const isOver = ({ rrule, end }: Availability): boolean => rrule === null && Date.parse(end) < Date.now()

/** Every line of a person: what recurs first, then what is dated and not over. */
export const LinesList = ({ employeeId, zone, mayWrite }: { employeeId: string; zone: string; mayWrite: boolean }) => {
  const lines = useQuery(availabilityLinesQuery(employeeId))
  const [edited, setEdited] = useState<Availability | null>(null)
  const current = lines.data?.filter((line) => !isOver(line)) ?? []
  const shown = [...current.filter(({ rrule }) => rrule), ...current.filter(({ rrule }) => !rrule)]
  return (
    <section className={rows.section}>
      <h2 className={rows.heading}>All times</h2>
      {lines.isPending && <Skeleton rows={3} height={52} />}
      {lines.error && <ErrorState title="The times could not be loaded" error={lines.error} onRetry={lines.refetch} />}
      {lines.data && shown.length === 0 && (
        <EmptyState compact icon={<CalendarClock size={20} />} title="Nothing said yet">
          Without a word a person counts as available at any time.
        </EmptyState>
      )}
      {shown.length > 0 && (
        <Card flush>
          <ul>
            {shown.map((line) => (
              <li key={line.id} className={rows.item}>
                <div className={rows.row}>
                  <span className={styles.swatch} data-kind={line.kind} aria-hidden="true" />
                  <div className={rows.text}>
                    <span className={rows.name}>{kindWords[line.kind].word}</span>
                    <span className={rows.meta}>
                      {lineText(line, zone)}
                      {line.exceptions.length > 0 && `, but ${countText(line.exceptions.length, 'exception')}`}
                      {isWish(line.kind) && line.weight > 1 && ` · weight ${line.weight}`}
                    </span>
                  </div>
                  {mayWrite && (
                    <RecordActions
                      kind="availability"
                      id={line.id}
                      name={kindWords[line.kind].word}
                      keys={['availability', 'grid']}
                      onEdit={() => setEdited(line)}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {edited && (
        <LineDialog employeeId={employeeId} line={edited} zone={zone} first="" onClose={() => setEdited(null)} />
      )}
    </section>
  )
}
