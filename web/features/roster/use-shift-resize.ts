// Pulling an edge of a shift's bar in the day view; the keyboard has Alt with up and down.
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { GridShift } from '../../api/types.ts'
import type { Times } from '../../store/roster-diff.ts'
import { followPointer, swallowClick } from './follow-pointer.ts'
import { moveEdge, stepMinutes } from './resize-shift.ts'

export interface ResizeState {
  shift: GridShift
  times: Times
  x: number
  y: number
}

interface ResizeOptions {
  enabled: boolean
  /** Minutes that a pixel stands for; they become steps of a quarter of an hour. */
  minutesPerPx: number
  onDone(shift: GridShift, times: Times): void
}

/** `start` goes on pointer down over an edge; `resize` is what the page shows meanwhile; Escape lets go without a change. */
export const useShiftResize = ({ enabled, minutesPerPx, onDone }: ResizeOptions) => {
  const [resize, setResize] = useState<ResizeState | null>(null)
  const latest = useRef({ onDone, minutesPerPx })
  useEffect(() => {
    latest.current = { onDone, minutesPerPx }
  })
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const start = useCallback(
    (event: PointerEvent<HTMLElement>, shift: GridShift, edge: 'start' | 'end') => {
      if (!enabled || event.button !== 0) return
      event.preventDefault()
      const originX = event.clientX
      let times: Times = shift
      const move = (at: globalThis.PointerEvent): void => {
        const steps = Math.round(((at.clientX - originX) * latest.current.minutesPerPx) / stepMinutes)
        const wanted = moveEdge(shift, edge, steps * stepMinutes)
        if (wanted.end <= wanted.start) return
        if (wanted.start !== times.start || wanted.end !== times.end) times = wanted
        setResize({ shift, times, x: at.clientX, y: at.clientY })
      }
      stop.current = followPointer({
        onMove: move,
        onEnd: () => {
          setResize(null)
          stop.current = null
        },
        onDrop: () => {
          swallowClick()
          if (times !== shift) latest.current.onDone(shift, times)
        },
      })
    },
    [enabled],
  )

  return { resize, start }
}
