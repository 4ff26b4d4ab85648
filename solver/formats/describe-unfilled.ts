// Why a shift is still open, in few words: how many people each reason stops.
import type { Breach, UnfilledCandidate, UnfilledShift } from '../model/outcome.ts'
import type { Skill } from '../model/problem.ts'
import { compareText } from './roster-rows.ts'

/** What a hard rule means for the people it stops, read after "3 people: ". What somebody lacks altogether comes first. */
const phrases: Readonly<Record<string, string>> = {
  'required-skill': 'a needed skill is missing',
  'site-eligibility': 'does not work at this site',
  unavailable: 'not available or on time off',
  'no-overlap': 'already at work then',
  'max-shifts-per-day': 'already works that day',
  'min-rest': 'too little rest before or after',
  'max-minutes': 'would work more hours than allowed',
  'max-consecutive-days': 'would work too many days in a row',
  'max-consecutive-nights': 'would work too many nights in a row',
  'max-weekends': 'would work too many weekends',
  'max-shifts-of-type': 'has reached the limit of such shifts or days',
  'min-consecutive-days-off': 'would not get enough days off together',
  'min-consecutive-days': 'would leave a single day of work',
  succession: 'may not work this shift next to the one before or after',
  'max-head-count': 'the shift is full',
}
const order = Object.keys(phrases)

/**
 * One line for each reason, the commonest first: "38 people: without Surgery". People who could take the shift come last.
 * `skills` names what is missing; it should describe every candidate (`explainUnfilled` with `candidatesMax` at all people).
 */
export function describeUnfilled(unfilled: UnfilledShift, skills: readonly Skill[] = []): string[] {
  const groups = new Map<string, Breach[]>()
  let free = 0
  for (const candidate of unfilled.candidates) {
    const breach = mainBreach(candidate)
    if (!breach) {
      free += 1
      continue
    }
    const key = expiryOf(breach) === undefined ? breach.rule : 'expired'
    groups.set(key, [...(groups.get(key) ?? []), breach])
  }
  const lines = [...groups]
    .sort(([a, m], [b, n]) => n.length - m.length || compareText(a, b))
    .map(([key, breaches]) => `${people(breaches.length)}: ${phraseOf(key, breaches, skills)}`)
  if (free > 0) lines.push(`${people(free)}: could take it`)
  return lines
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

function phraseOf(key: string, breaches: readonly Breach[], skills: readonly Skill[]): string {
  if (key === 'expired') {
    const dates = [...new Set(breaches.map(expiryOf))].sort()
    return `a certificate ran out on ${dates.join(', ')}`
  }
  const lacking = key === 'required-skill' ? commonSkills(breaches) : []
  const names = lacking.map((id) => skills.find((skill) => skill.id === id)?.name ?? id)
  if (names.length > 0) return `without ${names.join(' and ')}`
  return phrases[key] ?? `the rule ${key} forbids it`
}

/** Skills that all of them lack. */
function commonSkills(breaches: readonly Breach[]): string[] {
  const lists = breaches.map(missingSkills)
  return (lists[0] ?? []).filter((skill) => lists.every((list) => list.includes(skill)))
}

function missingSkills({ justification }: Breach): string[] {
  const missing = justification.missingAll
  return Array.isArray(missing) ? missing.map(String) : []
}

/** The day on which the only missing certificate ran out, for who has the skill otherwise. */
function expiryOf(breach: Breach): string | undefined {
  const { expiredOn } = breach.justification
  return typeof expiredOn === 'string' && breach.size === 1 ? expiredOn : undefined
}

function mainBreach(candidate: UnfilledCandidate): Breach | undefined {
  const rank = (breach: Breach) => (order.includes(breach.rule) ? order.indexOf(breach.rule) : order.length)
  const hard = candidate.added.filter((breach) => breach.level === 'hard' && breach.penalty > 0)
  return hard.sort((a, b) => rank(a) - rank(b) || compareText(a.rule, b.rule))[0]
}
