import { Flag, TriangleAlert } from 'lucide-react'
import type { GridEmployee } from '../../api/types.ts'
import { hoursText } from '../../ui/numbers.ts'
import { useGrid } from './grid-context.ts'
import { GridPart } from './grid-part.tsx'
import styles from './roster-grid.module.css'

/** How hours stand against the contract, in words: "12 h over", "8 h free", null when there is nothing to say. */
const hoursWords = (scheduledMinutes: number, contractMinutes: number | null): string | null => {
  if (contractMinutes === null || contractMinutes === 0) return null
  const delta = scheduledMinutes - contractMinutes
  return delta > 0 ? `${hoursText(delta)} h over` : null
}

/** Name, hours against contract, and what is wrong over the whole period. */
export const RowHead = ({ employee, width }: { employee: GridEmployee; width: number }) => {
  const { index } = useGrid()
  const { scheduledMinutes, contractMinutes } = employee
  const over = hoursWords(scheduledMinutes, contractMinutes)
  const breaches = (index.breachesByEmployee.get(employee.id) ?? []).filter((breach) => breach.level === 'hard')
  const share = contractMinutes ? Math.min(1, scheduledMinutes / contractMinutes) : 0
  return (
    <GridPart role="rowheader" className={styles.rowHead} style={{ width }}>
      <span className={styles.personName} title={employee.name}>
        {employee.name}
      </span>
      <span className={styles.hours}>
        {hoursText(scheduledMinutes)}
        {contractMinutes !== null && ` / ${hoursText(contractMinutes)}`} h
      </span>
      {contractMinutes !== null ? (
        <span className={styles.meter} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} data-over={over ? true : undefined} />
        </span>
      ) : (
        <span />
      )}
      <span className={styles.headNote}>
        {breaches.length > 0 ? (
          <span className={styles.broken}>
            <Flag size={10} strokeWidth={3} />
            {breaches.length} broken
          </span>
        ) : over ? (
          <span className={styles.over}>
            <TriangleAlert size={10} />
            {over}
          </span>
        ) : null}
      </span>
    </GridPart>
  )
}
