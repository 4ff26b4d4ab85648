import type { Breach } from '../../api/types.ts'
import rows from '../../ui/rows.module.css'
import { breachSentence } from '../words/breach-sentence.ts'
import type { Names } from '../words/names.ts'

/** Names for lists that stand outside any roster: the person is known, the rest is near enough. */
const namesFor = (person: string): Names => ({
  employee: () => person,
  shift: () => 'another shift',
  skill: () => 'a skill that is needed',
  site: () => 'another site',
  shiftType: () => 'a shift of this kind',
})

/** What speaks against a person for a shift, one sentence each, at most three. */
export const Reasons = ({ breaches, person }: { breaches: readonly Breach[]; person: string }) => {
  const names = namesFor(person)
  const sentences = [...new Set(breaches.map((breach) => breachSentence(breach, names)))].slice(0, 3)
  if (sentences.length === 0) return null
  return (
    <ul className={rows.reasons}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
