// Rules about who shares a shift, whom a shift would have, and how many are there over the day.
import { countText, durationText, listText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { instantText, listFact, numberFact, textFact } from './facts.ts'
import type { Names } from './names.ts'

const who = (names: Names, employees: readonly string[]): string =>
  listText(employees.map(names.employee)) || 'Somebody'
const which = (names: Names, shifts: readonly string[]): string => (shifts[0] ? names.shift(shifts[0]) : 'a shift')

const prohibitedEmployee: Sentence = ({ employees, shifts, justification }, names) => {
  const site = textFact(justification, 'site')
  return textFact(justification, 'by') === 'site' && site
    ? `${who(names, employees)} may not work at ${names.site(site)} (${which(names, shifts)}).`
    : `${who(names, employees)} may not work ${which(names, shifts)}.`
}

const notTogether: Sentence = ({ employees, shifts }, names) =>
  `${who(names, employees)} may not work together on ${which(names, shifts)}.`

const onlyTogether: Sentence = ({ employees, shifts, justification }, names) => {
  const partners = listFact(justification, 'partners').map(names.employee)
  const needed =
    partners.length === 0 ? 'a partner' : partners.length === 1 ? partners[0] : `one of ${partners.join(', ')}`
  return `${who(names, employees)} works ${which(names, shifts)} without ${needed}.`
}

const demandCurve: Sentence = ({ size, justification }, names) => {
  const site = textFact(justification, 'site')
  const skill = textFact(justification, 'skill')
  const start = textFact(justification, 'start')
  const needed = numberFact(justification, 'needed')
  const place = site ? names.site(site) : 'a site'
  const people = needed === null ? 'enough people' : countText(needed, 'person', 'people')
  const able = skill ? ` with ${names.skill(skill)}` : ''
  const when = start ? ` from ${instantText(start)}` : ''
  return `${place.slice(0, 1).toUpperCase()}${place.slice(1)} needs ${people}${able}${when}; ${durationText(size)} of work are missing.`
}

const preferredEmployee: Sentence = ({ employees, shifts, justification }, names) => {
  const wanted = listFact(justification, 'preferred').slice(0, 3).map(names.employee)
  const rather = wanted.length === 0 ? 'others' : listText(wanted)
  return `${who(names, employees)} works ${which(names, shifts)}, which would rather have ${rather}.`
}

const unpreferredEmployee: Sentence = ({ employees, shifts }, names) =>
  `${who(names, employees)} works ${which(names, shifts)}, which would rather have somebody else.`

const preferredSkill: Sentence = ({ employees, shifts, justification }, names) => {
  const missing = listFact(justification, 'missing').map(names.skill)
  return `${who(names, employees)} works ${which(names, shifts)} without ${listText(missing) || 'a skill it would like'}.`
}

const optionalShift: Sentence = ({ shifts }, names) => {
  const text = which(names, shifts)
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)} is optional and stays empty.`
}

export const teamSentences: Readonly<Record<string, Sentence>> = {
  'prohibited-employee': prohibitedEmployee,
  'not-together': notTogether,
  'only-together': onlyTogether,
  'demand-curve': demandCurve,
  'preferred-employee': preferredEmployee,
  'unpreferred-employee': unpreferredEmployee,
  'preferred-skill': preferredSkill,
  'optional-shift': optionalShift,
}
