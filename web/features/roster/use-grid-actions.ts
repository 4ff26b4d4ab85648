// What gestures and keys do to the roster: they plan an edit on the current index and hand it over.
import { useCallback, useRef } from 'react'
import { newId } from '../../api/new-id.ts'
import type { GridShift } from '../../api/types.ts'
import type { Pair, Times } from '../../store/roster-diff.ts'
import { countText } from '../../ui/numbers.ts'
import { showToast } from '../../ui/toast.ts'
import type { GridRow } from './grid-rows.ts'
import { blockOf, type GridPosition, type GridSelection } from './grid-selection.ts'
import { type ClipCell, type Place, type Plan, planMove, planPaste, planRemove } from './plan-edit.ts'
import { moveEdge, planResize } from './resize-shift.ts'
import { cellKey, type RosterIndex } from './roster-index.ts'
import type { RosterEdits } from './use-roster-edits.ts'
import type { DragStart } from './use-shift-drag.ts'

interface Clipboard {
  cells: ClipCell[]
  cut: Pair[]
}

export const useGridActions = (
  index: RosterIndex,
  rows: readonly GridRow[],
  edits: Pick<RosterEdits, 'run'>,
  canEdit: boolean,
) => {
  const clipboard = useRef<Clipboard>({ cells: [], cut: [] })

  const employeeAt = useCallback(
    (row: number): string | null => {
      const found = rows[row]
      return found?.kind === 'person' ? found.employee.id : null
    },
    [rows],
  )

  const placesIn = useCallback(
    (selection: GridSelection): Place[] => {
      const { rowFrom, rowTo, columnFrom, columnTo } = blockOf(selection)
      const places: Place[] = []
      for (let row = Math.max(0, rowFrom); row <= rowTo; row++) {
        const employeeId = employeeAt(row)
        if (employeeId === null) continue
        for (let column = columnFrom; column <= columnTo; column++)
          places.push({ employeeId, day: index.days[column] ?? '' })
      }
      return places
    },
    [employeeAt, index],
  )

  const remove = useCallback(
    (selection: GridSelection) => {
      if (canEdit) edits.run(planRemove(index, newId(), placesIn(selection)))
    },
    [canEdit, edits, index, placesIn],
  )

  const copy = useCallback(
    (selection: GridSelection, cut: boolean) => {
      const { rowFrom, rowTo, columnFrom, columnTo } = blockOf(selection)
      const cells: ClipCell[] = []
      const taken: Pair[] = []
      for (let row = Math.max(0, rowFrom); row <= rowTo; row++) {
        const employeeId = employeeAt(row)
        if (employeeId === null) continue
        for (let column = columnFrom; column <= columnTo; column++) {
          const shifts = index.cells.get(cellKey(employeeId, index.days[column] ?? ''))?.shifts.map((one) => one.shift)
          if (!shifts || shifts.length === 0) continue
          cells.push({ rowOffset: row - rowFrom, dayOffset: column - columnFrom, shifts })
          for (const shift of shifts) taken.push({ employeeId, shiftId: shift.id })
        }
      }
      clipboard.current = { cells, cut: cut ? taken : [] }
      showToast({
        title:
          cells.length === 0
            ? 'There is no shift here to copy.'
            : `${countText(taken.length, 'shift')} ${cut ? 'cut' : 'copied'}. Paste with Ctrl+V.`,
      })
    },
    [employeeAt, index],
  )

  /** What pasting there would do; null where there is nothing to paste. */
  const planPasteAt = useCallback(
    (at: GridPosition): Plan | null => {
      const { cells, cut } = clipboard.current
      if (!canEdit || cells.length === 0) return null
      const height = Math.max(...cells.map((cell) => cell.rowOffset)) + 1
      const targets = Array.from({ length: height }, (_, n) => employeeAt(at.row + n))
      return planPaste(index, newId(), cells, targets, index.days[at.column] ?? '', cut)
    },
    [canEdit, employeeAt, index],
  )

  const paste = useCallback(
    ({ active }: GridSelection) => {
      const plan = planPasteAt(active)
      if (!plan) return
      edits.run(plan)
      clipboard.current = { cells: clipboard.current.cells, cut: [] }
    },
    [edits, planPasteAt],
  )

  /** What letting a shift go there would do; null where there is nothing to do. */
  const planDrop = useCallback(
    (start: DragStart, to: GridPosition): Plan | null => {
      const shift = index.shiftById.get(start.shiftId)
      if (!shift || (to.row === start.from.row && index.days[to.column] === shift.day)) return null
      const from: Place = { employeeId: employeeAt(start.from.row), day: shift.day }
      const target: Place = { employeeId: employeeAt(to.row), day: index.days[to.column] ?? '' }
      return planMove(index, newId(), shift, from, target)
    },
    [employeeAt, index],
  )

  const drop = useCallback(
    (start: DragStart, to: GridPosition) => {
      const plan = planDrop(start, to)
      if (plan) edits.run(plan)
    },
    [edits, planDrop],
  )

  const resize = useCallback(
    (shift: GridShift, to: Times) => edits.run(planResize(index, newId(), shift, to)),
    [edits, index],
  )

  /** By the keyboard: the first shift of the cell. */
  const nudge = useCallback(
    ({ active }: GridSelection, edge: 'start' | 'end', minutes: number) => {
      const employeeId = employeeAt(active.row)
      const shift = index.cells.get(cellKey(employeeId ?? '', index.days[active.column] ?? ''))?.shifts[0]?.shift
      if (canEdit && shift) resize(shift, moveEdge(shift, edge, minutes))
    },
    [canEdit, employeeAt, index, resize],
  )

  return { remove, copy, planPasteAt, paste, planDrop, drop, resize, nudge, employeeAt }
}
