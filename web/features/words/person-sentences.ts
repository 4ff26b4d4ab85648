// Rules about one person and one shift, and about hours over a period.
import { longDay, shortDay } from '../../ui/dates.ts'
import { countText, durationText, listText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { listFact, numberFact, textFact } from './facts.ts'
import type { Names } from './names.ts'

const who = (names: Names, employees: readonly string[]): string =>
  listText(employees.map(names.employee)) || 'Somebody'
const which = (names: Names, shifts: readonly string[]): string => (shifts[0] ? names.shift(shifts[0]) : 'a shift')

/** "in the week from 1 Mar to 7 Mar", "on Monday 1 March". */
export const windowText = (facts: Record<string, unknown>): string => {
  const first = textFact(facts, 'firstDay')
  const last = textFact(facts, 'lastDay')
  if (!first) return ''
  return !last || first === last ? ` on ${longDay(first)}` : ` from ${shortDay(first)} to ${shortDay(last)}`
}

const requiredSkill: Sentence = ({ employees, shifts, justification }, names) => {
  const all = listFact(justification, 'missingAll').map(names.skill)
  const any = listFact(justification, 'missingAny').map(names.skill)
  const expired = textFact(justification, 'expiredOn')
  const missing = [all.length > 0 ? listText(all) : '', any.length > 0 ? `one of ${any.join(', ')}` : ''].filter(
    Boolean,
  )
  const needs = `${who(names, employees)} lacks ${listText(missing) || 'a skill'} for ${which(names, shifts)}`
  return expired ? `${needs}: the certificate ends on ${longDay(expired)}.` : `${needs}.`
}

const unavailable: Sentence = ({ employees, shifts, size, justification }, names) => {
  const isTimeOff = textFact(justification, 'kind') === 'time-off'
  const overlap = durationText(numberFact(justification, 'overlapMinutes') ?? size)
  const what = isTimeOff ? 'has time off' : 'is not available'
  return `${who(names, employees)} ${what} during ${which(names, shifts)} (${overlap}).`
}

const siteEligibility: Sentence = ({ employees, shifts, justification }, names) => {
  const site = textFact(justification, 'site')
  return `${who(names, employees)} does not work at ${site ? names.site(site) : 'this site'} (${which(names, shifts)}).`
}

const maxMinutes: Sentence = ({ employees, size, justification }, names) => {
  const worked = numberFact(justification, 'worked')
  const limit = numberFact(justification, 'limit')
  const person = who(names, employees)
  const when = windowText(justification)
  return worked === null || limit === null
    ? `${person} works ${durationText(size)} too much${when}.`
    : `${person} works ${durationText(worked)}${when}; at most ${durationText(limit)} are allowed.`
}

const minMinutes: Sentence = ({ employees, size, justification }, names) => {
  const worked = numberFact(justification, 'worked')
  const required = numberFact(justification, 'required')
  const person = who(names, employees)
  const when = windowText(justification)
  return worked === null || required === null
    ? `${person} works ${durationText(size)} too little${when}.`
    : `${person} works only ${durationText(worked)}${when}; at least ${durationText(required)} are due.`
}

const contractMinutes: Sentence = ({ employees, size, justification }, names) => {
  const worked = numberFact(justification, 'worked')
  const contracted = numberFact(justification, 'contracted')
  const person = who(names, employees)
  if (worked === null || contracted === null) return `${person} is ${durationText(size)} away from the contract.`
  const delta = worked - contracted
  const direction = delta > 0 ? 'above' : 'below'
  return `${person} has ${durationText(Math.abs(delta))} ${direction} the contracted ${durationText(contracted)}${windowText(justification)}.`
}

const maxShiftsPerDay: Sentence = ({ employees, size, justification }, names) => {
  const count = numberFact(justification, 'count')
  const limit = numberFact(justification, 'limit')
  const day = textFact(justification, 'day')
  const when = day ? ` on ${longDay(day)}` : ' on one day'
  return count === null || limit === null
    ? `${who(names, employees)} has ${countText(size, 'shift')} too many${when}.`
    : `${who(names, employees)} has ${countText(count, 'shift')}${when}; at most ${limit} may start on one day.`
}

const maxShiftsOfType: Sentence = ({ employees, size, justification }, names) => {
  const type = textFact(justification, 'type')
  const tag = textFact(justification, 'tag')
  const kind = type ? `${names.shiftType(type)} shift` : tag ? `${tag} shift` : 'shift'
  const count = numberFact(justification, 'count')
  const limit = numberFact(justification, 'limit') ?? numberFact(justification, 'max')
  const when = windowText(justification)
  return count === null || limit === null
    ? `${who(names, employees)} has ${countText(size, kind)} too many${when}.`
    : `${who(names, employees)} has ${countText(count, kind)}${when}; at most ${limit} are allowed.`
}

const labourCost: Sentence = ({ employees, shifts }, names) =>
  `${who(names, employees)} is paid for ${shifts.length === 1 ? which(names, shifts) : countText(shifts.length, 'shift')}.`

const pinned: Sentence = ({ employees, shifts }, names) =>
  `${which(names, shifts)} is pinned to ${who(names, employees)} and may not be taken away.`

const fairMinutes: Sentence = ({ employees, justification }, names) => {
  const most = numberFact(justification, 'mostMinutes')
  const least = numberFact(justification, 'leastMinutes')
  if (most !== null && least !== null)
    return `Hours are spread unevenly: between ${durationText(least)} and ${durationText(most)} a person.`
  const scaled = numberFact(justification, 'scaledMinutes')
  const fair = numberFact(justification, 'fairMinutes')
  if (scaled === null || fair === null) return `${who(names, employees)} does not carry a fair share of the hours.`
  const direction = scaled > fair ? 'above' : 'below'
  return `${who(names, employees)} is ${durationText(Math.round(Math.abs(scaled - fair)))} ${direction} a fair share of the hours.`
}

export const personSentences: Readonly<Record<string, Sentence>> = {
  'required-skill': requiredSkill,
  unavailable,
  'site-eligibility': siteEligibility,
  'max-minutes': maxMinutes,
  'min-minutes': minMinutes,
  'contract-minutes': contractMinutes,
  'max-shifts-per-day': maxShiftsPerDay,
  'max-shifts-of-type': maxShiftsOfType,
  'labour-cost': labourCost,
  pinned,
  'fair-minutes': fairMinutes,
}
