// A verdict of the rules in words, for the pointer, the list of open shifts and screen readers. Pure.
import type { RosterGrid } from '../../api/types.ts'
import { breachSentence } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'
import type { Verdict } from './judge-plan.ts'

export const verdictWords: Readonly<Record<Verdict['kind'], string>> = {
  fine: 'Fits',
  costs: 'Fits, at a cost',
  warns: 'Needs a reason',
  stops: 'Not allowed',
}

/** Green, amber, red; the words say the same. */
export const verdictTones = { fine: 'fine', costs: 'costs', warns: 'costs', stops: 'stops' } as const

/** "Not allowed: Ana rests only 8 h …": the worst reason, and how many more there are. */
export const verdictSentence = ({ kind, breaches }: Verdict, grid: RosterGrid): string => {
  const [worst] = breaches
  if (!worst) return verdictWords[kind]
  const more = breaches.length > 1 ? ` And ${breaches.length - 1} more.` : ''
  return `${verdictWords[kind]}: ${breachSentence(worst, namesOf(grid))}${more}`
}
