import { memo } from 'react'
import { LaneCell, PersonCell } from './grid-cell.tsx'
import { useGrid } from './grid-context.ts'
import { GridPart } from './grid-part.tsx'
import type { GridRow as Row } from './grid-rows.ts'
import styles from './roster-grid.module.css'
import { RowHead } from './row-head.tsx'

interface GridRowProps {
  row: Row
  /** Place among the rows under the open summary. */
  position: number
  top: number
  height: number
  columnFrom: number
  columnTo: number
  /** Column the keyboard stands on, −1 when it is elsewhere. */
  activeColumn: number
  /** Selected columns, inclusive; from > to when none. */
  selectedFrom: number
  selectedTo: number
}

/** A row of the grid; drawn again only when something it shows changes. */
export const GridRow = memo((props: GridRowProps) => {
  const { row, position, top, height } = props
  const { layout } = useGrid()
  const frame = {
    role: 'row' as const,
    // The head and the open summary are rows 1 and 2.
    'aria-rowindex': position + 3,
    style: { transform: `translateY(${top}px)`, height },
  }
  if (row.kind === 'group')
    return (
      <GridPart {...frame} className={styles.groupRow}>
        <GridPart role="rowheader" className={styles.groupName}>
          {row.label} <span className={styles.groupCount}>{row.count}</span>
        </GridPart>
      </GridPart>
    )
  return (
    <GridPart {...frame} className={styles.row} data-kind={row.kind}>
      {row.kind === 'person' ? (
        <RowHead employee={row.employee} width={layout.nameWidth} />
      ) : (
        <LaneHead name={row.lane.name} siteId={row.lane.siteId} openHeads={row.lane.openHeads} />
      )}
      <Cells {...props} />
    </GridPart>
  )
})

const LaneHead = ({ name, siteId, openHeads }: { name: string; siteId: string; openHeads: number }) => {
  const { index, layout, showSites } = useGrid()
  return (
    <GridPart role="rowheader" className={styles.laneHead} style={{ width: layout.nameWidth }}>
      <span className={styles.laneName}>
        {name}
        {showSites && <small>{index.siteNameById.get(siteId)}</small>}
      </span>
      <span className={styles.laneCount}>{openHeads} open</span>
    </GridPart>
  )
}

const Cells = ({ row, position, columnFrom, columnTo, activeColumn, selectedFrom, selectedTo }: GridRowProps) => {
  const columns = Array.from({ length: columnTo - columnFrom + 1 }, (_, n) => columnFrom + n)
  return columns.map((column) => {
    const common = {
      row: position,
      column,
      active: column === activeColumn,
      selected: column >= selectedFrom && column <= selectedTo,
    }
    return row.kind === 'person' ? (
      <PersonCell key={column} employeeId={row.employee.id} {...common} />
    ) : row.kind === 'lane' ? (
      <LaneCell key={column} lane={row.lane} {...common} />
    ) : null
  })
}
