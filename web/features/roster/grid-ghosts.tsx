import { useMemo } from 'react'
import { DragGhost } from './drag-ghost.tsx'
import { useGrid } from './grid-context.ts'
import type { GridPosition } from './grid-selection.ts'
import type { Plan } from './plan-edit.ts'
import { planResize } from './resize-shift.ts'
import type { Judge } from './use-judge.ts'
import type { DragStart, DragState } from './use-shift-drag.ts'
import type { ResizeState } from './use-shift-resize.ts'

interface GridGhostsProps {
  drag: DragState | null
  resize: ResizeState | null
  judge: Judge
  planDrop(start: DragStart, to: GridPosition): Plan | null
  scroller: HTMLElement | null
}

/** What hangs on the pointer, planned and judged once for each cell and each quarter of an hour it comes to. */
export const GridGhosts = ({ drag, resize, judge, planDrop, scroller }: GridGhostsProps) => {
  const { index } = useGrid()
  const { begin, over } = drag ?? {}
  const { shift, times } = resize ?? {}
  const dropPlan = useMemo(() => (begin && over ? planDrop(begin, over) : null), [begin, over, planDrop])
  const resizePlan = useMemo(
    () => (shift && times ? planResize(index, 'resize', shift, times) : null),
    [index, shift, times],
  )
  return (
    <>
      {drag && (
        <DragGhost {...{ judge, scroller }} shiftId={drag.begin.shiftId} at={drag} over={drag.over} plan={dropPlan} />
      )}
      {resize && (
        <DragGhost
          {...{ judge, scroller }}
          shiftId={resize.shift.id}
          at={resize}
          over={null}
          times={resize.times}
          plan={resizePlan}
        />
      )}
    </>
  )
}
