// Why a shift is still open, in few words: how many people each rule stops.
import type { Breach, UnfilledCandidate, UnfilledShift } from '../model/outcome.ts'
import { compareText } from './roster-rows.ts'

/** What a hard rule means for the people it stops, read after "3 people: ". */
const phrases: Readonly<Record<string, string>> = {
  'required-skill': 'a needed skill or certificate is missing or not valid that day',
  'no-overlap': 'already at work then',
  unavailable: 'not available or on time off',
  'min-rest': 'too little rest before or after',
  'max-shifts-per-day': 'already works that day',
  'max-minutes': 'would work more hours than allowed',
  'max-consecutive-days': 'would work too many days in a row',
  'max-consecutive-nights': 'would work too many nights in a row',
  'max-weekends': 'would work too many weekends',
  'max-shifts-of-type': 'has reached the limit of such shifts or days',
  'min-consecutive-days-off': 'would not get enough days off together',
  'min-consecutive-days': 'would leave a single day of work',
  succession: 'may not work this shift next to the one before or after',
  'site-eligibility': 'does not work at this site',
  'max-head-count': 'the shift is full',
}

/** One line for each reason, the commonest first: "38 people: already at work then". People who could take it come last. */
export function describeUnfilled(unfilled: UnfilledShift): string[] {
  const counts = new Map<string, number>()
  let free = 0
  for (const candidate of unfilled.candidates) {
    const rule = mainRule(candidate)
    if (rule === undefined) free += 1
    else counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  const lines = [...counts]
    .sort(([a, m], [b, n]) => n - m || compareText(a, b))
    .map(([rule, count]) => `${people(count)}: ${phrases[rule] ?? `the rule ${rule} forbids it`}`)
  if (free > 0) lines.push(`${people(free)}: could take it`)
  return lines
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** The rule that says most about why a person cannot: what they lack altogether before what other shifts cause. */
function mainRule(candidate: UnfilledCandidate): string | undefined {
  const order = Object.keys(phrases)
  const rank = (breach: Breach) => (order.includes(breach.rule) ? order.indexOf(breach.rule) : order.length)
  const hard = candidate.added.filter((breach) => breach.level === 'hard' && breach.penalty > 0)
  return hard.sort((a, b) => rank(a) - rank(b) || compareText(a.rule, b.rule))[0]?.rule
}
