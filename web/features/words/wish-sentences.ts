// Wishes: dated requests and standing preferences.
import { longDay } from '../../ui/dates.ts'
import { durationText, listText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { listFact, numberFact, textFact } from './facts.ts'
import type { Names } from './names.ts'

const who = (names: Names, employees: readonly string[]): string =>
  listText(employees.map(names.employee)) || 'Somebody'
const which = (names: Names, shifts: readonly string[]): string => (shifts[0] ? names.shift(shifts[0]) : 'a shift')

/** "Early on Monday 1 March", "Monday 1 March", or the shifts wished for. */
const wished = (facts: Record<string, unknown>, names: Names): string => {
  const day = textFact(facts, 'day')
  const type = textFact(facts, 'type')
  const shifts = listFact(facts, 'wished')
  if (day) return type ? `${names.shiftType(type)} on ${longDay(day)}` : longDay(day)
  return shifts.length > 0 ? listText(shifts.slice(0, 2).map(names.shift)) : 'that time'
}

const requestOff: Sentence = ({ employees, shifts, justification }, names) =>
  `${who(names, employees)} wished to be off ${textFact(justification, 'day') ? 'on ' : ''}${wished(justification, names)} and works ${which(names, shifts)}.`

const requestOn: Sentence = ({ employees, justification }, names) =>
  `${who(names, employees)} wished to work ${textFact(justification, 'day') && !textFact(justification, 'type') ? 'on ' : ''}${wished(justification, names)} and does not.`

const preferredTime: Sentence = ({ employees, shifts, size, justification }, names) =>
  `${who(names, employees)} works ${durationText(numberFact(justification, 'minutes') ?? size)} of ${which(names, shifts)} outside the preferred times.`

const unpreferredTime: Sentence = ({ employees, shifts, size, justification }, names) =>
  `${who(names, employees)} would rather not work ${durationText(numberFact(justification, 'minutes') ?? size)} of ${which(names, shifts)}.`

export const wishSentences: Readonly<Record<string, Sentence>> = {
  'request-off': requestOff,
  'request-on': requestOn,
  'preferred-time': preferredTime,
  'unpreferred-time': unpreferredTime,
}
