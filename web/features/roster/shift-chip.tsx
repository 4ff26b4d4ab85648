import { Flag, Pin } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Breach, GridShift } from '../../api/types.ts'
import { classNames } from '../../ui/class-names.ts'
import { useGrid } from './grid-context.ts'
import { shiftAt } from './resize-shift.ts'
import styles from './shift-chip.module.css'
import { clockSpan, dayViewMinutes, timeText } from './shift-look.ts'

/** How much a chip says: its code, code and hours, everything, or a bar on the day's clock. */
export type ShiftDetail = 'code' | 'short' | 'full' | 'bar'

const detailClass: Readonly<Record<ShiftDetail, string | undefined>> = {
  code: styles.detailCode,
  short: styles.detailShort,
  full: styles.detailFull,
  bar: styles.detailBar,
}

interface ShiftChipProps {
  shift: GridShift
  /** Open heads, for a chip in the open rows; absent for somebody's shift. */
  openHeads?: number
  pinned?: boolean
  breaches?: readonly Breach[]
}

const barStyle = (shift: GridShift): { left: string; width: string } => {
  const { startMin, endMin } = clockSpan(shift)
  const end = Math.min(endMin, dayViewMinutes)
  return { left: `${(startMin / dayViewMinutes) * 100}%`, width: `${((end - startMin) / dayViewMinutes) * 100}%` }
}

const worstLevel = (breaches: readonly Breach[]): 'hard' | 'medium' | null =>
  breaches.some((breach) => breach.level === 'hard')
    ? 'hard'
    : breaches.some((breach) => breach.level === 'medium')
      ? 'medium'
      : null

/** A shift in the grid. State shows by more than colour: draft striped, published solid, open dashed, broken rules a flag. */
export const ShiftChip = ({ shift: stored, openHeads, pinned, breaches = [] }: ShiftChipProps) => {
  const { codes, colours, published, layout, index, showSites, canEdit, resizing } = useGrid()
  const zone = index.grid.sites.find(({ id }) => id === stored.siteId)?.zone
  const shift = resizing?.shift.id === stored.id ? shiftAt(stored, resizing.times, zone) : stored
  const code = (shift.shiftTypeId && codes.get(shift.shiftTypeId)) || shift.name.slice(0, 3)
  const colour = (shift.shiftTypeId && colours.get(shift.shiftTypeId)) || '#6b7485'
  const level = worstLevel(breaches)
  const { detail } = layout
  return (
    <span
      className={classNames(
        styles.chip,
        detailClass[detail],
        openHeads !== undefined ? styles.open : published ? styles.published : styles.draft,
        level && styles[level],
      )}
      style={{ '--type': colour, ...(detail === 'bar' ? barStyle(shift) : {}) } as CSSProperties}
      data-shift={shift.id}
    >
      <span className={styles.code}>{detail === 'full' || detail === 'bar' ? shift.name : code}</span>
      {detail !== 'code' && <span className={styles.time}>{timeText(shift, detail === 'short')}</span>}
      {(detail === 'full' || detail === 'bar') && showSites && (
        <span className={styles.site}>{index.siteNameById.get(shift.siteId)}</span>
      )}
      {openHeads !== undefined && openHeads > 1 && <span className={styles.heads}>{openHeads}</span>}
      {level && <Flag className={styles.flag} size={10} strokeWidth={3} />}
      {pinned && <Pin className={styles.pin} size={10} />}
      {detail === 'bar' && canEdit && (
        <>
          <span className={styles.edge} data-edge="start" />
          <span className={styles.edge} data-edge="end" />
        </>
      )}
    </span>
  )
}
