import { useQuery } from '@tanstack/react-query'
import { CalendarRange, Download, Plus } from 'lucide-react'
import { useState } from 'react'
import { payPeriodsQuery, payrollUrl, stepPayPeriod } from '../../api/attendance.ts'
import type { PayPeriod } from '../../api/types.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { daysBetween, periodText, today } from '../../ui/dates.ts'
import { Select } from '../../ui/field.tsx'
import { Badge, EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { useAct } from '../exchange/use-act.ts'
import { useMe } from '../session/use-me.ts'
import { AttendancePage } from './attendance-page.tsx'
import { OwnSheet } from './own-sheet.tsx'
import { periodOn, periodSteps, periodWords } from './period-steps.ts'
import { PeriodsDialog } from './periods-dialog.tsx'
import { SheetTable } from './sheet-table.tsx'
import styles from './timesheets.module.css'

/** Planned against worked time of a pay period: everybody's with its approval and payroll, or one's own to hand in. */
export const TimesheetsPage = () => {
  const { me, can } = useMe()
  const periods = useQuery(payPeriodsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isCreating, setCreating] = useState(false)
  const period = periods.data?.find(({ id }) => id === chosen) ?? periodOn(periods.data ?? [], today())
  const create = can('payroll:write') && (
    <Button look="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
      New pay periods
    </Button>
  )
  return (
    <AttendancePage title="Timesheets" wide={can('attendance:read')} actions={period && create}>
      {periods.isPending && <Skeleton rows={6} height={48} />}
      {periods.error && (
        <ErrorState title="The pay periods could not be loaded" error={periods.error} onRetry={periods.refetch} />
      )}
      {periods.data?.length === 0 && (
        <EmptyState icon={<CalendarRange size={20} />} title="No pay periods yet" action={create}>
          Time is handed in, approved and paid by the pay period. An owner or admin makes them.
        </EmptyState>
      )}
      {period && (
        <>
          <PeriodBar period={period} periods={periods.data ?? []} onChoose={setChosen} />
          {can('attendance:read') && <SheetTable key={period.id} period={period} />}
          {!can('attendance:read') && me.employeeId !== null && <OwnSheet period={period} employeeId={me.employeeId} />}
          {!can('attendance:read') && me.employeeId === null && (
            <Notice>Your login is not linked to an employee yet. Ask a manager to link it.</Notice>
          )}
        </>
      )}
      {isCreating && <PeriodsDialog periods={periods.data ?? []} onClose={() => setCreating(false)} />}
    </AttendancePage>
  )
}

const spanOf = ({ firstDay, lastDay }: PayPeriod): string => periodText(firstDay, daysBetween(firstDay, lastDay) + 1)

/** Which period is shown, how it stands, and what payroll does with it. */
const PeriodBar = ({
  period,
  periods,
  onChoose,
}: {
  period: PayPeriod
  periods: readonly PayPeriod[]
  onChoose(id: string): void
}) => {
  const { can } = useMe()
  const { act, busyId } = useAct('attendance')
  const { kind, word } = periodWords[period.state]
  return (
    <div className={styles.bar}>
      <Select label="Pay period" value={period.id} onChange={(event) => onChoose(event.target.value)}>
        {periods.toReversed().map((one) => (
          <option key={one.id} value={one.id}>
            {spanOf(one)}
          </option>
        ))}
      </Select>
      <Badge kind={kind}>{word}</Badge>
      {can('payroll:write') && (
        <div className={styles.steps}>
          {periodSteps[period.state].map(({ to, label, isOn }) => (
            <Button
              key={to}
              look={isOn ? 'secondary' : 'ghost'}
              busy={busyId === to}
              onClick={() => act({ id: to, work: () => stepPayPeriod(period, to), done: periodWords[to].word })}
            >
              {label}
            </Button>
          ))}
          <a className={buttonClass({})} href={payrollUrl(period.id)} download>
            <Download size={15} /> Payroll file
          </a>
        </div>
      )}
    </div>
  )
}
