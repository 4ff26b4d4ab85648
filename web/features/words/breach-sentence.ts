// Breaches are data; their words are made here, one function per rule.
import type { Breach } from '../../api/types.ts'
import { listText } from '../../ui/numbers.ts'
import { burdenSentences } from './burden-sentences.ts'
import { coverSentences } from './cover-sentences.ts'
import type { Names } from './names.ts'
import { patternSentences } from './pattern-sentences.ts'
import { personSentences } from './person-sentences.ts'
import { ruleName } from './rule-names.ts'
import { sequenceSentences } from './sequence-sentences.ts'
import { teamSentences } from './team-sentences.ts'
import { wishSentences } from './wish-sentences.ts'

/** Makes the sentence of one rule's breaches. */
export type Sentence = (breach: Breach, names: Names) => string

const sentences: Readonly<Record<string, Sentence>> = {
  ...personSentences,
  ...sequenceSentences,
  ...coverSentences,
  ...wishSentences,
  ...patternSentences,
  ...teamSentences,
  ...burdenSentences,
}

/** Rules that have words of their own. */
export const rulesWithWords: readonly string[] = Object.keys(sentences)

const anyRule: Sentence = (breach, names) => {
  const people = listText(breach.employees.map(names.employee))
  const shifts = listText(breach.shifts.slice(0, 3).map(names.shift))
  const where = [people, shifts].filter(Boolean).join(': ')
  return `${ruleName(breach.rule)} is not kept${where === '' ? '' : ` (${where})`}.`
}

/** What is wrong, as one sentence a planner understands. A rule without words of its own is named. */
export const breachSentence: Sentence = (breach, names) => (sentences[breach.rule] ?? anyRule)(breach, names)

/** The same beside a person's name and a shift, neither of which is said again: "Lacks Surgery for this shift." */
export const reasonBeside = (breach: Breach, names: Names, shiftId: string): string => {
  const [one, ...others] = breach.employees
  const beside: Names = {
    ...names,
    employee: (id) => (id === one && others.length === 0 ? '~' : names.employee(id)),
    shift: (id) => (id === shiftId ? 'this shift' : names.shift(id)),
  }
  const text = breachSentence(breach, beside).replace(/^~:? /, '')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
