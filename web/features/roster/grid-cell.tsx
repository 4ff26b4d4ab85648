import { Ban, CalendarOff, Minus, Plus } from 'lucide-react'
import { isWeekend } from '../../ui/dates.ts'
import { cellText, laneCellText } from './cell-text.ts'
import { useGrid } from './grid-context.ts'
import { GridPart } from './grid-part.tsx'
import styles from './roster-grid.module.css'
import type { OpenLane } from './roster-index.ts'
import { cellKey } from './roster-index.ts'
import { ShiftChip } from './shift-chip.tsx'

interface CellProps {
  row: number
  column: number
  active: boolean
  selected: boolean
}

const useCellFrame = ({ row, column, active, selected }: CellProps) => {
  const { index, layout } = useGrid()
  const day = index.days[column] ?? ''
  return {
    day,
    frame: {
      role: 'gridcell' as const,
      tabIndex: active ? 0 : -1,
      'aria-colindex': column + 2,
      'aria-selected': selected,
      'data-row': row,
      'data-column': column,
      'data-weekend': isWeekend(day) || undefined,
      className: styles.cell,
      style: { left: layout.nameWidth + column * layout.columnWidth, width: layout.columnWidth },
    },
  }
}

/** One person on one day. */
export const PersonCell = ({ employeeId, ...props }: CellProps & { employeeId: string }) => {
  const { index, layout } = useGrid()
  const { day, frame } = useCellFrame(props)
  const cell = index.cells.get(cellKey(employeeId, day))
  const shifts = cell?.shifts ?? []
  const wish = cell?.requests[0]
  return (
    <GridPart
      {...frame}
      aria-label={cellText(index, day, cell)}
      data-absence={cell?.absence ?? undefined}
      data-filled={shifts.length > 0 || undefined}
    >
      {cell?.absence && shifts.length === 0 && (
        <span className={styles.absence}>
          {cell.absence === 'time-off' ? <CalendarOff size={12} /> : <Ban size={12} />}
          {layout.detail !== 'code' && (cell.absence === 'time-off' ? 'Time off' : 'Away')}
        </span>
      )}
      {shifts.map(({ shift, pinned }) => (
        <ShiftChip
          key={shift.id}
          shift={shift}
          pinned={pinned}
          breaches={cell?.breaches.filter((one) => one.shifts.includes(shift.id)) ?? []}
        />
      ))}
      {wish && (
        <span
          className={styles.wish}
          data-kind={wish.kind}
          title={wish.kind === 'on' ? 'Wishes to work' : 'Wishes to be off'}
        >
          {wish.kind === 'on' ? <Plus size={9} strokeWidth={3} /> : <Minus size={9} strokeWidth={3} />}
        </span>
      )}
    </GridPart>
  )
}

/** The open shifts of one kind on one day. */
export const LaneCell = ({ lane, ...props }: CellProps & { lane: OpenLane }) => {
  const { day, frame } = useCellFrame(props)
  const open = lane.byDay.get(day) ?? []
  return (
    <GridPart {...frame} aria-label={laneCellText(day, open)}>
      {open.map(({ shift, openHeads }) => (
        <ShiftChip key={shift.id} shift={shift} openHeads={openHeads} />
      ))}
    </GridPart>
  )
}
