import { ChevronDown, ChevronRight } from 'lucide-react'
import { longDay } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { useGrid } from './grid-context.ts'
import { GridPart } from './grid-part.tsx'
import styles from './roster-grid.module.css'

interface OpenSummaryRowProps {
  columns: readonly number[]
  expanded: boolean
  onToggle(): void
  activeColumn: number
}

/** One line that always stays in sight: how many places are open on each day. Row −1 for the keyboard. */
export const OpenSummaryRow = ({ columns, expanded, onToggle, activeColumn }: OpenSummaryRowProps) => {
  const { index, layout } = useGrid()
  return (
    <GridPart
      role="row"
      aria-rowindex={2}
      className={styles.openRow}
      style={{ height: layout.openHeight, top: layout.headHeight }}
    >
      <GridPart role="rowheader" className={styles.openHead} style={{ width: layout.nameWidth }}>
        <button
          type="button"
          className={styles.openToggle}
          aria-expanded={expanded}
          onClick={onToggle}
          disabled={index.openHeads === 0}
        >
          {expanded && index.openHeads > 0 ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          Open shifts
          <span className={styles.openCount} data-none={index.openHeads === 0 || undefined}>
            {index.openHeads}
          </span>
        </button>
      </GridPart>
      {columns.map((column) => {
        const cover = index.cover[column]
        const missing = cover ? cover.needed - cover.filled : 0
        return (
          <GridPart
            key={column}
            role="gridcell"
            tabIndex={column === activeColumn ? 0 : -1}
            aria-colindex={column + 2}
            aria-label={
              cover
                ? `${longDay(cover.day)}: ${missing > 0 ? countText(missing, 'open place') : 'nothing open'}`
                : undefined
            }
            data-row={-1}
            data-column={column}
            className={styles.openCell}
            style={{ left: layout.nameWidth + column * layout.columnWidth, width: layout.columnWidth }}
          >
            {missing > 0 && <span className={styles.openBadge}>{missing}</span>}
          </GridPart>
        )
      })}
    </GridPart>
  )
}
