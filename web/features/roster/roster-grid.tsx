import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { countText } from '../../ui/numbers.ts'
import { GridProvider } from './grid-context.ts'
import { GridGhosts } from './grid-ghosts.tsx'
import { GridFoot, GridHead } from './grid-head.tsx'
import { gridKey } from './grid-keys.ts'
import { gridLayout, type Zoom } from './grid-layout.ts'
import { GridPart } from './grid-part.tsx'
import { GridRow } from './grid-row.tsx'
import type { GridRow as Row } from './grid-rows.ts'
import { blockOf, type GridPosition, moveSelection, selectAt, startSelection } from './grid-selection.ts'
import { OpenSummaryRow } from './open-summary-row.tsx'
import { PasteVerdict } from './paste-verdict.tsx'
import styles from './roster-grid.module.css'
import type { RosterIndex } from './roster-index.ts'
import { dayViewMinutes, shortCodes, typeColours } from './shift-look.ts'
import { useGridActions } from './use-grid-actions.ts'
import { useGridWindow, useInnerWidth } from './use-grid-window.ts'
import { useJudge } from './use-judge.ts'
import type { RosterEdits } from './use-roster-edits.ts'
import { useShiftDrag } from './use-shift-drag.ts'
import { useShiftResize } from './use-shift-resize.ts'

export interface OpenedCell {
  /** Null for a cell of the open rows. */
  employeeId: string | null
  day: string
  /** The shift that was pressed, or the lane's; null for an empty cell. */
  shiftId: string | null
  anchor: HTMLElement
}

/** What the toolbar asks of the grid. */
export interface RosterGridHandle {
  /** Scrolls by as many days as are in sight: −1 earlier, 1 later. */
  page(direction: -1 | 1): void
}

interface RosterGridProps {
  index: RosterIndex
  rows: readonly Row[]
  zoom: Zoom
  canEdit: boolean
  edits: RosterEdits
  lanesShown: boolean
  onToggleLanes(): void
  onOpen(cell: OpenedCell): void
  handle: Ref<RosterGridHandle>
  /** A cell to go to, from the list of breaches; a new object each time. */
  target: { rowKey: string; day: string } | null
}

const positionOf = (element: Element | null): GridPosition | null => {
  const cell = element?.closest<HTMLElement>('[data-row][data-column]')
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
}

/** People by days: sticky head, name column and foot; only what is in sight is drawn. One tab stop, then arrow keys. */
export const RosterGrid = (props: RosterGridProps) => {
  const { index, rows, zoom, canEdit, edits, lanesShown, onToggleLanes, onOpen, target, handle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const width = useInnerWidth(scroller)
  const layout = useMemo(() => gridLayout(zoom, width || 1200, index.days.length), [zoom, width, index.days.length])
  const { rowWindow, columnWindow, top } = useGridWindow(scroller, layout, rows, index.days.length)
  const [selection, setSelection] = useState(startSelection)
  const focusWanted = useRef(false)
  /** Where a copied block would be pasted, once the keyboard looks for a place. */
  const [aim, setAim] = useState<GridPosition | 'waiting' | null>(null)
  const actions = useGridActions(index, rows, edits, canEdit)
  const judge = useJudge(index, canEdit)
  const { drag, start: startDrag } = useShiftDrag({ enabled: canEdit, onDrop: actions.drop })
  const { resize, start: startResize } = useShiftResize({
    enabled: canEdit,
    minutesPerPx: dayViewMinutes / layout.columnWidth,
    onDone: actions.resize,
  })

  const { shiftTypes, sites, roster } = index.grid
  const codes = useMemo(() => shortCodes(shiftTypes), [shiftTypes])
  const colours = useMemo(() => typeColours(shiftTypes), [shiftTypes])
  const published = roster.state === 'published'
  const context = useMemo(
    () => ({ index, layout, codes, colours, published, canEdit, showSites: sites.length > 1, resizing: resize }),
    [index, layout, codes, colours, published, canEdit, sites.length, resize],
  )

  const size = useMemo(
    () => ({ rows: rows.length, columns: index.days.length, isSkipped: (row: number) => rows[row]?.kind === 'group' }),
    [rows, index.days.length],
  )
  // The rows may have become fewer than where the keyboard stood; the tab stop moves with them.
  const active = useMemo(() => moveSelection(size, selection, {}, false).active, [size, selection])

  const reveal = useCallback(
    (at: GridPosition) => {
      if (at.row >= 0) rowWindow.scrollToIndex(at.row, { align: 'auto' })
      columnWindow.scrollToIndex(at.column, { align: 'auto' })
      focusWanted.current = true
    },
    [columnWindow, rowWindow],
  )

  useEffect(() => {
    if (!focusWanted.current) return
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${active.row}"][data-column="${active.column}"]`,
    )
    if (!cell) return
    focusWanted.current = false
    cell.focus({ preventScroll: true })
  })

  useImperativeHandle(
    handle,
    () => ({
      page: (direction) => {
        const element = scroller.current
        if (!element) return
        const shown = Math.max(1, Math.floor((element.clientWidth - layout.nameWidth + 1) / layout.columnWidth))
        const first = Math.round(element.scrollLeft / layout.columnWidth)
        const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
        element.scrollTo({ left: (first + direction * shown) * layout.columnWidth, behavior: calm ? 'auto' : 'smooth' })
      },
    }),
    [layout],
  )

  useEffect(() => {
    if (!target) return
    const row = rows.findIndex((one) => one.key === target.rowKey || one.key.endsWith(`:${target.rowKey}`))
    const column = index.days.indexOf(target.day)
    if (row < 0) return
    const at = { row, column: Math.max(0, column) }
    setSelection((before) => selectAt(before, at, false))
    reveal(at)
  }, [target, rows, index.days, reveal])

  const open = useCallback(
    (at: GridPosition, shiftId: string | null) => {
      const anchor = scroller.current?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column}"]`)
      const day = index.days[at.column]
      if (!anchor || !day) return
      if (at.row < 0) return onToggleLanes()
      const row = rows[at.row]
      const laneShift = row?.kind === 'lane' ? (row.lane.byDay.get(day)?.[0]?.shift.id ?? null) : null
      if (row?.kind === 'lane' && !shiftId && !laneShift) return
      onOpen({ employeeId: actions.employeeAt(at.row), day, shiftId: shiftId ?? laneShift, anchor })
    },
    [actions, index, onOpen, onToggleLanes, rows],
  )

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!positionOf(event.target as Element)) return
    const key = gridKey(event)
    if (!key) return
    event.preventDefault()
    const here = { active, anchor: selection.anchor }
    if (key.kind === 'move') {
      const next = moveSelection(size, here, key, key.extend)
      setSelection(next)
      reveal(next.active)
      if (aim !== null) setAim(next.active)
    } else if (key.kind === 'open') open(active, null)
    else if (key.kind === 'remove') actions.remove(here)
    else if (key.kind === 'copy' || key.kind === 'cut') {
      actions.copy(here, key.kind === 'cut')
      setAim('waiting')
    } else if (key.kind === 'paste') {
      actions.paste(here)
      setAim(null)
    } else if (key.kind === 'resize') actions.nudge(here, key.edge, key.minutes)
    else if (key.kind === 'undo') edits.undo()
    else if (key.kind === 'redo') edits.redo()
    else {
      setSelection({ active, anchor: active })
      setAim(null)
    }
  }

  // Screen readers move the focus without keys; where they stand is where the keys act.
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const at = positionOf(event.target)
    if (at && (at.row !== active.row || at.column !== active.column)) setSelection(selectAt(selection, at, false))
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const element = event.target as Element
    const at = positionOf(element)
    if (!at) return
    setSelection((before) => selectAt(before, at, event.shiftKey))
    const shiftId = element.closest<HTMLElement>('[data-shift]')?.dataset.shift
    const edge = element.closest<HTMLElement>('[data-edge]')?.dataset.edge
    const shift = index.shiftById.get(shiftId ?? '')
    if (shift && edge) startResize(event, shift, edge === 'start' ? 'start' : 'end')
    else if (shiftId && scroller.current) startDrag(event, scroller.current, { shiftId, from: at })
  }

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const element = event.target as Element
    const at = positionOf(element)
    if (!at || event.shiftKey) return
    const shiftId = element.closest<HTMLElement>('[data-shift]')?.dataset.shift
    if (shiftId || event.detail === 2) open(at, shiftId ?? null)
  }

  const block = blockOf({ active, anchor: selection.anchor })
  const isBlock = block.rowFrom !== block.rowTo || block.columnFrom !== block.columnTo
  const columnItems = columnWindow.getVirtualItems()
  const columns = columnItems.map((item) => item.index)
  const columnFrom = columns[0] ?? 0
  const columnTo = columns.at(-1) ?? -1
  const people = new Set(rows.flatMap((row) => (row.kind === 'person' ? [row.employee.id] : []))).size

  return (
    <GridProvider value={context}>
      <div ref={scroller} className={styles.scroller}>
        <GridPart
          role="grid"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onPointerDown={onPointerDown}
          onClick={onClick}
          aria-label={`Roster ${roster.name}`}
          aria-rowcount={rows.length + 2}
          aria-colcount={index.days.length + 1}
          aria-multiselectable="true"
          aria-readonly={!canEdit}
          className={styles.inner}
          style={{ width: layout.nameWidth + layout.columnWidth * index.days.length }}
        >
          <GridHead columns={columns} corner={countText(people, 'person', 'people')} />
          <OpenSummaryRow
            columns={columns}
            expanded={lanesShown}
            onToggle={onToggleLanes}
            activeColumn={active.row === -1 ? active.column : -1}
          />
          <GridPart className={styles.body} role="presentation" style={{ height: rowWindow.getTotalSize() }}>
            {rowWindow.getVirtualItems().map((item) => {
              const row = rows[item.index]
              if (!row) return null
              const selected = isBlock && item.index >= block.rowFrom && item.index <= block.rowTo
              return (
                <GridRow
                  key={item.key}
                  row={row}
                  position={item.index}
                  top={item.start - top}
                  height={item.size}
                  columnFrom={columnFrom}
                  columnTo={columnTo}
                  activeColumn={active.row === item.index ? active.column : -1}
                  selectedFrom={selected ? block.columnFrom : 1}
                  selectedTo={selected ? block.columnTo : 0}
                />
              )
            })}
          </GridPart>
          {rows.length === 0 && <p className={styles.nobody}>Nothing fits the search and the filter.</p>}
          <GridFoot columns={columns} />
        </GridPart>
      </div>
      <GridGhosts {...{ drag, resize, judge }} planDrop={actions.planDrop} scroller={scroller.current} />
      {aim !== null && aim !== 'waiting' && <PasteVerdict at={aim} planPasteAt={actions.planPasteAt} judge={judge} />}
    </GridProvider>
  )
}
