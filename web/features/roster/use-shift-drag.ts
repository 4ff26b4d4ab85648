// Dragging a shift with a mouse or a pen. Fingers scroll instead; the keyboard has cut and paste.
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { followPointer, swallowClick } from './follow-pointer.ts'
import type { GridPosition } from './grid-selection.ts'

const thresholdPx = 4
const edgePx = 48
const stepPx = 14

export interface DragStart {
  shiftId: string
  from: GridPosition
}

export interface DragState {
  begin: DragStart
  /** The same object as long as the pointer stays over a cell. */
  over: GridPosition | null
  x: number
  y: number
}

interface DragOptions {
  enabled: boolean
  onDrop(start: DragStart, to: GridPosition): void
}

const positionAt = (x: number, y: number): GridPosition | null => {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-row][data-column]')
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
}

const scrollNearEdge = (scroller: HTMLElement, x: number, y: number): void => {
  const box = scroller.getBoundingClientRect()
  if (y > box.bottom - edgePx) scroller.scrollTop += stepPx
  else if (y < box.top + edgePx + 82) scroller.scrollTop -= stepPx
  if (x > box.right - edgePx) scroller.scrollLeft += stepPx
  else if (x < box.left + edgePx) scroller.scrollLeft -= stepPx
}

/** `start` goes on pointer down over a chip; `drag` is what the ghost shows; Escape lets go without dropping. */
export const useShiftDrag = ({ enabled, onDrop }: DragOptions) => {
  const [drag, setDrag] = useState<DragState | null>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const start = useCallback(
    (event: PointerEvent<HTMLElement>, scroller: HTMLElement, begin: DragStart) => {
      if (!enabled || event.button !== 0 || event.pointerType === 'touch') return
      const origin = { x: event.clientX, y: event.clientY }
      let current: DragState | null = null
      const move = (at: globalThis.PointerEvent): void => {
        if (!current && Math.hypot(at.clientX - origin.x, at.clientY - origin.y) < thresholdPx) return
        at.preventDefault()
        scrollNearEdge(scroller, at.clientX, at.clientY)
        const over = positionAt(at.clientX, at.clientY)
        const isSame = over?.row === current?.over?.row && over?.column === current?.over?.column
        current = { begin, over: isSame ? (current?.over ?? over) : over, x: at.clientX, y: at.clientY }
        setDrag(current)
      }
      stop.current = followPointer({
        onMove: move,
        onEnd: () => {
          setDrag(null)
          stop.current = null
        },
        onDrop: () => {
          if (!current) return
          swallowClick()
          if (current.over) latest.current(begin, current.over)
        },
      })
    },
    [enabled],
  )

  return { drag, start }
}
