import { CircleCheck } from 'lucide-react'
import { classNames } from '../../ui/class-names.ts'
import { isWeekend, longDay, shortDay, today, weekdayLetter, weekdayName } from '../../ui/dates.ts'
import { useGrid } from './grid-context.ts'
import { GridPart } from './grid-part.tsx'
import styles from './roster-grid.module.css'
import type { DayCover } from './roster-index.ts'

interface ColumnsProps {
  columns: readonly number[]
}

/** The days, at the top of the grid. */
export const GridHead = ({ columns, corner }: ColumnsProps & { corner: string }) => {
  const { index, layout } = useGrid()
  const now = today()
  return (
    <GridPart role="row" aria-rowindex={1} className={styles.headRow} style={{ height: layout.headHeight }}>
      <GridPart role="columnheader" aria-colindex={1} className={styles.corner} style={{ width: layout.nameWidth }}>
        {corner}
      </GridPart>
      {columns.map((column) => {
        const day = index.days[column] ?? ''
        const narrow = layout.columnWidth < 48
        return (
          <GridPart
            key={column}
            role="columnheader"
            aria-colindex={column + 2}
            aria-label={longDay(day)}
            className={styles.dayHead}
            data-weekend={isWeekend(day) || undefined}
            data-clock={layout.detail === 'bar' || undefined}
            data-today={day === now || undefined}
            style={{ left: layout.nameWidth + column * layout.columnWidth, width: layout.columnWidth }}
          >
            <span className={styles.weekday}>{narrow ? weekdayLetter(day) : weekdayName(day)}</span>
            <span className={styles.date}>{narrow ? Number(day.slice(8)) : shortDay(day)}</span>
            {layout.detail === 'bar' && <ClockScale />}
          </GridPart>
        )
      })}
    </GridPart>
  )
}

const ClockScale = () => (
  <span className={styles.clock} aria-hidden="true">
    {[0, 3, 6, 9, 12, 15, 18, 21, 24, 27].map((hour) => (
      <span key={hour} style={{ left: `${(hour / 30) * 100}%` }}>
        {String(hour % 24).padStart(2, '0')}
      </span>
    ))}
  </span>
)

/** Covered against needed, at the foot of each day. */
export const GridFoot = ({ columns }: ColumnsProps) => {
  const { index, layout } = useGrid()
  return (
    <GridPart role="row" className={styles.footRow} style={{ height: layout.footHeight }}>
      <GridPart role="rowheader" className={styles.footHead} style={{ width: layout.nameWidth }}>
        Covered of needed
      </GridPart>
      {columns.map((column) => {
        const cover = index.cover[column]
        if (!cover) return null
        const missing = cover.needed - cover.filled
        const words =
          cover.needed === 0
            ? 'no demand'
            : missing > 0
              ? `${missing} of ${cover.needed} places open`
              : 'all places filled'
        return (
          <GridPart
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={`${longDay(cover.day)}: ${words}`}
            title={`${longDay(cover.day)}: ${words}`}
            className={classNames(styles.cover, missing > 0 && styles.short)}
            style={{ left: layout.nameWidth + column * layout.columnWidth, width: layout.columnWidth }}
          >
            <CoverText cover={cover} narrow={layout.columnWidth < 52 && cover.needed >= 100} />
          </GridPart>
        )
      })}
    </GridPart>
  )
}

const CoverText = ({ cover, narrow }: { cover: DayCover; narrow: boolean }) => {
  const missing = cover.needed - cover.filled
  if (cover.needed === 0) return <small>–</small>
  const figures = narrow ? `of ${cover.needed}` : `${cover.filled}/${cover.needed}`
  return (
    <>
      {missing > 0 ? <b>−{missing}</b> : <CircleCheck size={12} />}
      <small>{figures}</small>
    </>
  )
}
