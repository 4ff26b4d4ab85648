import { CircleCheck, Flag, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Breach } from '../../api/types.ts'
import { IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { breachSentence } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'
import { ruleName } from '../words/rule-names.ts'
import styles from './breach-panel.module.css'
import type { RosterIndex } from './roster-index.ts'

interface BreachPanelProps {
  index: RosterIndex
  onClose(): void
  onJump(employeeId: string, day: string): void
}

const levelWords = { hard: 'Broken rules', medium: 'Open places', soft: 'Wishes and balance' } as const
const shownMax = 200

const dayOf = (index: RosterIndex, breach: Breach): string =>
  index.shiftById.get(breach.shifts.at(-1) ?? '')?.day ?? index.days[0] ?? ''

/** Every place where a rule is not kept, worst first; choosing one goes there. */
export const BreachPanel = ({ index, onClose, onJump }: BreachPanelProps) => {
  const [showSoft, setShowSoft] = useState(false)
  const names = namesOf(index.grid)
  const groups = useMemo(() => {
    const byRule = new Map<string, Breach[]>()
    const { breaches } = index.grid
    for (const level of showSoft ? (['hard', 'soft'] as const) : (['hard'] as const))
      for (const breach of breaches.filter((one) => one.level === level))
        byRule.set(`${level}|${breach.rule}`, [...(byRule.get(`${level}|${breach.rule}`) ?? []), breach])
    return [...byRule.entries()]
  }, [index.grid, showSoft])
  const softCount = index.grid.breaches.filter((breach) => breach.level === 'soft').length

  return (
    <aside className={styles.panel} aria-label="Rules">
      <header className={styles.header}>
        <h2>{levelWords.hard}</h2>
        <IconButton label="Close" onClick={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      <div className={styles.list}>
        {groups.length === 0 && (
          <EmptyState compact icon={<CircleCheck size={20} />} title="Every rule is kept">
            Rest, skills, hours and time off are all in order.
          </EmptyState>
        )}
        {groups.map(([key, breaches]) => (
          <section key={key} className={styles.group}>
            <h3>
              {ruleName(breaches[0]?.rule ?? '')} <span>{breaches.length}</span>
            </h3>
            <ul>
              {breaches.slice(0, shownMax).map((breach) => (
                <li
                  key={`${breach.employees.join()}|${breach.shifts.join()}|${breach.size}|${breachSentence(breach, names)}`}
                >
                  <button
                    type="button"
                    className={styles.item}
                    data-level={breach.level}
                    onClick={() => onJump(breach.employees[0] ?? '', dayOf(index, breach))}
                  >
                    {breach.level === 'hard' && <Flag size={12} strokeWidth={2.5} />}
                    {breachSentence(breach, names)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {softCount > 0 && (
        <footer className={styles.footer}>
          <button type="button" className={styles.more} onClick={() => setShowSoft(!showSoft)}>
            {showSoft ? 'Hide wishes and balance' : `Show wishes and balance (${softCount})`}
          </button>
        </footer>
      )}
    </aside>
  )
}
