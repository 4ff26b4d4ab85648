import { useQuery } from '@tanstack/react-query'
import { ChevronRight, ClipboardCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { comparisonQuery, decideTimesheet, timesheetsQuery } from '../../api/attendance.ts'
import { organisationQuery } from '../../api/queries.ts'
import type { PayPeriod, Timesheet } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { shortDay, weekdayName } from '../../ui/dates.ts'
import { countText, durationText, moneyText } from '../../ui/numbers.ts'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useAct } from '../exchange/use-act.ts'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { DecisionButtons } from './decision-buttons.tsx'
import { differenceText, type SheetRow, sheetRows } from './sheet-rows.ts'
import { SheetState } from './sheet-state.tsx'
import styles from './timesheets.module.css'
import { useSheetActs } from './use-sheet-acts.ts'

/** Everybody's time of a period; a press on a name shows the days. */
export const SheetTable = ({ period }: { period: PayPeriod }) => {
  const { can } = useMe()
  const days = useQuery(comparisonQuery(period.firstDay, period.lastDay))
  const sheets = useQuery(timesheetsQuery(period.id))
  const organisation = useQuery(organisationQuery)
  const { act, busyId } = useAct('attendance')
  const rows = useMemo(() => sheetRows(days.data ?? [], sheets.data ?? []), [days.data, sheets.data])
  const title = 'The timesheets could not be loaded'
  if (days.isError) return <ErrorState title={title} error={days.error} onRetry={days.refetch} />
  if (sheets.isError) return <ErrorState title={title} error={sheets.error} onRetry={sheets.refetch} />
  if (days.isPending || sheets.isPending) return <Skeleton rows={8} height={52} />
  if (rows.length === 0)
    return (
      <EmptyState compact icon={<ClipboardCheck size={20} />} title="Nothing planned, nothing worked">
        Shifts of published rosters and time from the clock appear here.
      </EmptyState>
    )
  const handedIn = sheets.data.filter(({ state }) => state === 'submitted')
  const approveAll = async () => {
    for (const sheet of handedIn) await decideTimesheet(sheet, true)
  }
  return (
    <>
      {handedIn.length > 0 && can('attendance:decide') && period.state === 'open' && (
        <div className={styles.waiting}>
          <span>{countText(handedIn.length, 'timesheet waits', 'timesheets wait')} for approval.</span>
          <Button
            size="small"
            look="primary"
            busy={busyId === 'all'}
            onClick={() => act({ id: 'all', work: approveAll, done: 'Approved' })}
          >
            Approve all
          </Button>
        </div>
      )}
      <Card flush>
        <ul>
          {rows.map((row) => (
            <PersonRow key={row.employeeId} row={row} period={period} currency={organisation.data?.currency ?? ''} />
          ))}
        </ul>
      </Card>
    </>
  )
}

const PersonRow = ({ row, period, currency }: { row: SheetRow; period: PayPeriod; currency: string }) => {
  const { can } = useMe()
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={styles.person}>
      <div className={styles.row}>
        <button type="button" className={styles.who} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <ChevronRight size={15} />
          <span className={styles.name}>{row.name}</span>
          <Remarks row={row} />
        </button>
        <dl className={styles.figures}>
          <Figure label="Planned" text={durationText(row.plannedMinutes)} />
          <Figure label="Worked" text={durationText(row.workedMinutes)} />
          <Figure label="Difference" text={differenceText(row.workedMinutes - row.plannedMinutes, durationText)} />
          {can('costs:read') && <Figure label="Cost" text={costText(row.sheet, currency)} />}
        </dl>
        <SheetActions row={row} period={period} />
      </div>
      {isOpen && <Days row={row} />}
    </li>
  )
}

/** What an approved timesheet costs; nothing is known before. */
const costText = (sheet: Timesheet | null, currency: string): string =>
  typeof sheet?.costMinor === 'number' && currency !== '' ? moneyText(sheet.costMinor, currency) : '–'

const Figure = ({ label, text }: { label: string; text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
)

const Remarks = ({ row: { late, noShows, missedPunches } }: { row: SheetRow }) => {
  const remarks = [
    late > 0 && `${late} late`,
    noShows > 0 && countText(noShows, 'no-show'),
    missedPunches > 0 && `${missedPunches} without clock-out`,
  ].filter(Boolean)
  return remarks.length === 0 ? null : <span className={styles.remarks}>{remarks.join(' · ')}</span>
}

const SheetActions = ({ row: { sheet, employeeId }, period }: { row: SheetRow; period: PayPeriod }) => {
  const { me, can } = useMe()
  const { submit, decide, busyId } = useSheetActs(period.id)
  const mayDecide = can('attendance:decide') && period.state === 'open'
  const state: Timesheet['state'] = sheet?.state ?? 'open'
  return (
    <div className={styles.actions}>
      <SheetState state={state} />
      {mayDecide && (state === 'open' || state === 'rejected') && (
        <Button size="small" busy={busyId === employeeId} onClick={() => submit(employeeId)}>
          Hand in
        </Button>
      )}
      {mayDecide && sheet && employeeId !== me.employeeId && state !== 'open' && state !== 'rejected' && (
        <DecisionButtons
          what="timesheet"
          busy={busyId === sheet.id}
          isDecided={state === 'approved'}
          onDecide={(accept, note) => decide(sheet, accept, note)}
        />
      )}
    </div>
  )
}

const Days = ({ row }: { row: SheetRow }) => (
  <div className={styles.days}>
    {row.sheet?.note && <p className={styles.note}>“{row.sheet.note}”</p>}
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Day</th>
          <th>Planned</th>
          <th>Worked</th>
          <th>Difference</th>
          <th>
            <span className="visually-hidden">Remarks</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {row.days.map((day) => (
          <tr key={day.day}>
            <td>
              {weekdayName(day.day)} {shortDay(day.day)}
            </td>
            <td>{durationText(day.plannedMinutes)}</td>
            <td>{durationText(day.workedMinutes)}</td>
            <td>{differenceText(day.differenceMinutes, durationText)}</td>
            <td className={styles.badges}>
              {day.isLate && <Badge kind="warning">Late</Badge>}
              {day.leftEarly && <Badge kind="warning">Left early</Badge>}
              {day.isNoShow && <Badge kind="danger">Did not come</Badge>}
              {day.missedPunches > 0 && <Badge kind="danger">No clock-out</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
