import { useMemo } from 'react'
import { useGrid } from './grid-context.ts'
import type { GridPosition } from './grid-selection.ts'
import type { Plan } from './plan-edit.ts'
import styles from './roster-grid.module.css'
import type { Judge } from './use-judge.ts'
import { verdictSentence, verdictTones } from './verdict-words.ts'

interface PasteVerdictProps {
  at: GridPosition
  planPasteAt(at: GridPosition): Plan | null
  judge: Judge
}

/** For the keyboard what a drag shows the pointer: what the rules say to pasting here. */
export const PasteVerdict = ({ at, planPasteAt, judge }: PasteVerdictProps) => {
  const { index } = useGrid()
  const plan = useMemo(() => planPasteAt(at), [at, planPasteAt])
  const verdict = useMemo(() => (plan?.kind === 'edit' ? judge(plan.diff) : null), [plan, judge])
  if (plan === null || (plan.kind === 'edit' && verdict === null)) return null
  return (
    <p className={styles.aim} data-tone={verdict ? verdictTones[verdict.kind] : undefined} role="status">
      Paste here: {plan.kind === 'refused' ? plan.reason : verdict && verdictSentence(verdict, index.grid)}
    </p>
  )
}
