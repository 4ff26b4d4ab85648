import { useQuery } from '@tanstack/react-query'
import { HeartPulse, Plus } from 'lucide-react'
import { useState } from 'react'
import { absencesQuery, endAbsence } from '../../api/exchange.ts'
import { Button } from '../../ui/button.tsx'
import rows from '../../ui/rows.module.css'
import { Badge, EmptyState, Skeleton } from '../../ui/states.tsx'
import { Card } from '../shell/page.tsx'
import { ExchangePage } from './exchange-page.tsx'
import { ReportAbsenceDialog } from './report-absence-dialog.tsx'
import { spanText } from './shift-text.ts'
import { useAct } from './use-act.ts'

const kinds = { sick: 'Sick', 'child-sick': 'Child sick', emergency: 'Emergency', 'no-show': 'Did not come' } as const

/** Who cannot come, and the report of the next one. */
export const AbsencesPage = () => {
  const absences = useQuery(absencesQuery)
  const { act, busyId } = useAct()
  const [isReporting, setReporting] = useState(false)
  return (
    <ExchangePage
      title="Absences"
      actions={
        <Button look="primary" icon={<Plus size={15} />} onClick={() => setReporting(true)}>
          Report absence
        </Button>
      }
    >
      {absences.isPending && <Skeleton rows={3} height={64} />}
      {absences.error && <p className={rows.meta}>{absences.error.message}</p>}
      {absences.data?.length === 0 && (
        <EmptyState compact icon={<HeartPulse size={20} />} title="Everybody can come">
          Report who cannot: their shifts open, and the people who could stand in are ranked.
        </EmptyState>
      )}
      {absences.data && absences.data.length > 0 && (
        <Card flush>
          <ul>
            {absences.data.toReversed().map((absence) => (
              <li key={absence.id} className={rows.item}>
                <div className={rows.row}>
                  <div className={rows.text}>
                    <span className={rows.name}>{absence.employeeName}</span>
                    <span className={rows.meta}>{spanText(absence.start, absence.end)}</span>
                  </div>
                  <div className={rows.actions}>
                    <Badge kind={absence.endedAt ? 'neutral' : 'warning'}>
                      {absence.endedAt ? 'Back' : kinds[absence.kind]}
                    </Badge>
                    {!absence.endedAt && (
                      <Button
                        busy={busyId === absence.id}
                        onClick={() => act({ id: absence.id, work: () => endAbsence(absence), done: 'Back at work' })}
                      >
                        Is back
                      </Button>
                    )}
                  </div>
                </div>
                {absence.note && <p className={rows.meta}>{absence.note}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {isReporting && <ReportAbsenceDialog onClose={() => setReporting(false)} />}
    </ExchangePage>
  )
}
