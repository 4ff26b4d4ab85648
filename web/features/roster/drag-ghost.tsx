import { CircleCheck, OctagonX, Scale, TriangleAlert } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { Times } from '../../store/roster-diff.ts'
import { shortDay } from '../../ui/dates.ts'
import { useGrid } from './grid-context.ts'
import type { GridPosition } from './grid-selection.ts'
import type { Verdict } from './judge-plan.ts'
import type { Plan } from './plan-edit.ts'
import { shiftAt } from './resize-shift.ts'
import styles from './roster-grid.module.css'
import type { Judge } from './use-judge.ts'
import { verdictSentence, verdictTones, verdictWords } from './verdict-words.ts'

interface DragGhostProps {
  shiftId: string
  /** Where the pointer is in the window. */
  at: { x: number; y: number }
  /** Where it would land; null for a shift whose times are pulled. */
  over: GridPosition | null
  /** The times it would have, where they are pulled. */
  times?: Times | undefined
  /** What letting go here would do; null where nothing can be done. */
  plan: Plan | null
  judge: Judge
  scroller: HTMLElement | null
}

const icons = { fine: CircleCheck, costs: Scale, warns: TriangleAlert, stops: OctagonX } as const

/** What is being dragged, beside the pointer, and what the rules say to letting it go here. */
export const DragGhost = ({ shiftId, at, over, times, plan, judge, scroller }: DragGhostProps) => {
  const { index } = useGrid()
  const shift = index.shiftById.get(shiftId)
  const verdict = useMemo((): Verdict | null => (plan?.kind === 'edit' ? judge(plan.diff) : null), [plan, judge])
  const tone = plan?.kind === 'refused' ? 'none' : verdict ? verdictTones[verdict.kind] : 'here'

  useEffect(() => {
    if (!over) return
    const cell = scroller?.querySelector<HTMLElement>(`[data-row="${over.row}"][data-column="${over.column}"]`)
    if (!cell) return
    cell.dataset.drop = tone
    return () => {
      delete cell.dataset.drop
    }
  }, [over, scroller, tone])

  if (!shift) return null
  const zone = index.grid.sites.find(({ id }) => id === shift.siteId)?.zone
  const { startTime, endTime } = times ? shiftAt(shift, times, zone) : shift
  const Icon = verdict && icons[verdict.kind]
  return (
    <div
      className={styles.ghost}
      data-tone={tone}
      style={{ transform: `translate(${Math.min(at.x + 14, window.innerWidth - 270)}px, ${at.y + 10}px)` }}
    >
      {shift.name}
      <small>
        {over ? `to ${shortDay(index.days[over.column] ?? shift.day)}` : shortDay(shift.day)}, {startTime}–{endTime}
      </small>
      <p className={styles.ghostVerdict} role="status">
        {Icon && verdict && (
          <>
            <Icon size={13} />
            {verdict.kind === 'fine' ? verdictWords.fine : verdictSentence(verdict, index.grid)}
          </>
        )}
        {plan?.kind === 'refused' && plan.reason}
      </p>
    </div>
  )
}
