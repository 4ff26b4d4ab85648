import { useEffect } from 'react'
import { shortDay } from '../../ui/dates.ts'
import { useGrid } from './grid-context.ts'
import styles from './roster-grid.module.css'
import type { DragState } from './use-shift-drag.ts'

/** What is being dragged, beside the pointer, and the cell it would land on. */
export const DragGhost = ({ drag, scroller }: { drag: DragState; scroller: HTMLElement | null }) => {
  const { index } = useGrid()
  const shift = index.shiftById.get(drag.shiftId)
  const { over } = drag

  useEffect(() => {
    if (!over) return
    const cell = scroller?.querySelector<HTMLElement>(`[data-row="${over.row}"][data-column="${over.column}"]`)
    if (!cell) return
    cell.dataset.drop = 'here'
    return () => {
      delete cell.dataset.drop
    }
  }, [over, scroller])

  if (!shift) return null
  return (
    <div
      className={styles.ghost}
      style={{ transform: `translate(${drag.x + 14}px, ${drag.y + 10}px)` }}
      aria-hidden="true"
    >
      {shift.name}
      <small>
        {over ? `to ${shortDay(index.days[over.column] ?? shift.day)}` : shortDay(shift.day)}, {shift.startTime}–
        {shift.endTime}
      </small>
    </div>
  )
}
