import { Flag, Info } from 'lucide-react'
import type { Breach, RosterGrid } from '../../api/types.ts'
import { breachSentence } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'
import styles from './cell-popover.module.css'

/** Breaches as sentences, worst first. */
export const BreachReasons = ({ breaches, grid }: { breaches: readonly Breach[]; grid: RosterGrid }) => {
  const names = namesOf(grid)
  const order = { hard: 0, medium: 1, soft: 2 }
  const lines = [...breaches]
    .sort((a, b) => order[a.level] - order[b.level])
    .map((breach) => ({ level: breach.level, text: breachSentence(breach, names) }))
  return lines.map(({ level, text }) => (
    <p key={text} className={styles.reason} data-level={level}>
      {level === 'soft' ? <Info size={12} /> : <Flag size={12} strokeWidth={2.5} />}
      {text}
    </p>
  ))
}
