// Why a shift is still open, in plain words: what stops people, counted, and who comes closest.
import type { Breach, Candidate, Unfilled } from '../../api/types.ts'
import { countText, listText } from '../../ui/numbers.ts'

/** What a rule says about a person who cannot take a shift, after "12 people": [one person, several]. */
const stops: Readonly<Record<string, readonly [string, string]>> = {
  'required-skill': ['lacks the skill', 'lack the skill'],
  unavailable: ['is away', 'are away'],
  'no-overlap': ['works elsewhere then', 'work elsewhere then'],
  'min-rest': ['would have too little rest', 'would have too little rest'],
  'max-minutes': ['would work too many hours', 'would work too many hours'],
  'max-shifts-per-day': ['works that day already', 'work that day already'],
  'max-consecutive-days': ['would work too many days in a row', 'would work too many days in a row'],
  'max-consecutive-nights': ['would work too many nights in a row', 'would work too many nights in a row'],
  'max-weekends': ['would work too many weekends', 'would work too many weekends'],
  'max-shifts-of-type': ['has enough such shifts', 'have enough such shifts'],
  'site-eligibility': ['does not work at this site', 'do not work at this site'],
  'prohibited-employee': ['is banned from it', 'are banned from it'],
  'not-together': ['may not work with somebody on it', 'may not work with somebody on it'],
  'only-together': ['would be without a partner', 'would be without a partner'],
  'break-required': ['would have too short a break', 'would have too short a break'],
  'weekly-rest': ['would have no long rest that week', 'would have no long rest that week'],
  'complete-weekend': ['would work half a weekend', 'would work half a weekend'],
  'min-days-off-after-nights': ['needs days off after nights', 'need days off after nights'],
  succession: ['has a shift beside it that may not follow', 'have a shift beside it that may not follow'],
}

/** The rule that stops a person for good comes before one that another day could mend. */
const order = [
  'required-skill',
  'site-eligibility',
  'prohibited-employee',
  'unavailable',
  'no-overlap',
  'max-shifts-per-day',
  'min-rest',
]

const rank = (rule: string): number => (order.includes(rule) ? order.indexOf(rule) : order.length)

/** The hard rules that stop a candidate, the most telling first. */
export const stoppingBreaches = (candidate: Candidate): Breach[] =>
  candidate.added.filter((breach) => breach.level === 'hard').sort((a, b) => rank(a.rule) - rank(b.rule))

/** People who could take the shift without breaking a hard rule, cheapest first. */
export const ableCandidates = (unfilled: Unfilled): Candidate[] =>
  unfilled.candidates
    .filter((candidate) => candidate.delta.hard === 0 && stoppingBreaches(candidate).length === 0)
    .sort((a, b) => a.delta.medium - b.delta.medium || a.delta.soft - b.delta.soft)

export interface StopCount {
  rule: string
  count: number
  /** "12 people lack the skill" */
  text: string
}

/** How many people each rule stops, each person counted once, at the most telling rule; largest first. */
export const stopCounts = (unfilled: Unfilled): StopCount[] => {
  const counts = new Map<string, number>()
  for (const candidate of unfilled.candidates) {
    const first = stoppingBreaches(candidate)[0]
    if (first) counts.set(first.rule, (counts.get(first.rule) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => {
      const [one, many] = stops[rule] ?? ['is stopped by another rule', 'are stopped by another rule']
      return { rule, count, text: `${countText(count, 'person', 'people')} ${count === 1 ? one : many}` }
    })
}

/**
 * One sentence: "Nobody can take it. Of the 8 people who come closest, 6 lack the skill and 2 are away." The candidates are
 * the nearest ones; `people` is how many there are in all.
 */
export const unfilledSentence = (unfilled: Unfilled, people: number): string => {
  const { candidates } = unfilled
  if (candidates.length === 0) return 'Nobody comes near this shift: there is no one with what it needs.'
  const able = ableCandidates(unfilled).length
  const reasons = stopCounts(unfilled)
  if (able > 0) {
    const could = `${countText(able, 'person', 'people')} could take it at a cost`
    return reasons.length === 0 ? `${could}.` : `${could}; of the others, ${listText(reasons.map((one) => one.text))}.`
  }
  const isEveryone = candidates.length >= people
  const only = reasons.length === 1 ? reasons[0] : undefined
  if (only && isEveryone) return `Nobody can take it: ${only.text}.`
  if (only) return `Nobody can take it: even the ${only.text.replace(/^(\d+ \S+) /, '$1 who come closest ')}.`
  const among = isEveryone ? '' : `Of the ${countText(candidates.length, 'person', 'people')} who come closest, `
  return `Nobody can take it. ${among}${listText(reasons.map((one) => one.text))}.`
}
