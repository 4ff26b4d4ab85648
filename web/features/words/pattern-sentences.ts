// Rules about the pattern of a person's work: long rests, whole weekends, nights, turnarounds, days in one piece.
import { longDay, shortDay } from '../../ui/dates.ts'
import { countText, durationText, listText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { numberFact, textFact } from './facts.ts'
import type { Names } from './names.ts'
import { windowText } from './person-sentences.ts'

const who = (names: Names, employees: readonly string[]): string =>
  listText(employees.map(names.employee)) || 'Somebody'
const which = (names: Names, shifts: readonly string[]): string => (shifts[0] ? names.shift(shifts[0]) : 'a shift')
const pair = (names: Names, shifts: readonly string[]): string =>
  shifts.length > 1 ? listText(shifts.slice(0, 2).map(names.shift)) : `${which(names, shifts)} and the shift beside it`

const weeklyRest: Sentence = ({ employees, size, justification }, names) => {
  const longest = numberFact(justification, 'longestMinutes')
  const required = numberFact(justification, 'requiredMinutes')
  const when = windowText(justification)
  return longest === null || required === null
    ? `${who(names, employees)} has no rest long enough${when}; ${durationText(size)} are missing.`
    : `${who(names, employees)} has at most ${durationText(longest)} of rest in one piece${when}; ${durationText(required)} are due.`
}

const completeWeekend: Sentence = ({ employees, justification }, names) =>
  `${who(names, employees)} works only a part of the weekend${windowText(justification)}.`

const minShiftsOfType: Sentence = ({ employees, size, justification }, names) => {
  const type = textFact(justification, 'type')
  const tag = textFact(justification, 'tag')
  const kind = type ? `${names.shiftType(type)} shift` : tag ? `${tag} shift` : 'shift'
  const count = numberFact(justification, 'count')
  const required = numberFact(justification, 'required')
  const when = windowText(justification)
  return count === null || required === null
    ? `${who(names, employees)} has ${countText(size, kind)} too few${when}.`
    : `${who(names, employees)} has ${countText(count, kind)}${when}; at least ${required} are due.`
}

const minDaysOffAfterNights: Sentence = ({ employees, size, justification }, names) => {
  const days = numberFact(justification, 'days')
  const required = numberFact(justification, 'required')
  const last = textFact(justification, 'lastNight')
  const after = last ? `after the night of ${shortDay(last)}` : 'after nights'
  return days === null || required === null
    ? `${who(names, employees)} has ${countText(size, 'free day')} too few ${after}.`
    : `${who(names, employees)} has ${countText(days, 'free day')} ${after}; at least ${required} are due.`
}

const breakRequired: Sentence = ({ employees, shifts, size, justification }, names) => {
  const length = numberFact(justification, 'lengthMinutes')
  const has = numberFact(justification, 'breakMinutes')
  const required = numberFact(justification, 'requiredMinutes')
  return length === null || has === null || required === null
    ? `${who(names, employees)} has ${durationText(size)} too little break in ${which(names, shifts)}.`
    : `${who(names, employees)} has a break of ${durationText(has)} in ${which(names, shifts)}, which lasts ${durationText(length)}; ${durationText(required)} are due.`
}

const shortTurnaround: Sentence = ({ employees, shifts, size, justification }, names) => {
  const gap = numberFact(justification, 'gapMinutes')
  return gap === null
    ? `${who(names, employees)} has ${durationText(size)} less than a wide rest between ${pair(names, shifts)}.`
    : `${who(names, employees)} has only ${durationText(gap)} between ${pair(names, shifts)}.`
}

const rotation: Sentence = ({ employees, size, justification }, names) => {
  const later = numberFact(justification, 'laterMinutes')
  const day = textFact(justification, 'day')
  const when = day ? ` on ${longDay(day)}` : ' on one day'
  if (later === null) return `${who(names, employees)} changes hours by ${durationText(size)} too much${when}.`
  const direction = later < 0 ? 'earlier' : 'later'
  return `${who(names, employees)} begins ${durationText(Math.abs(later))} ${direction}${when} than on the day before.`
}

const compactDay: Sentence = ({ employees, shifts, size, justification }, names) =>
  `${who(names, employees)} waits ${durationText(numberFact(justification, 'gapMinutes') ?? size)} between ${pair(names, shifts)}.`

export const patternSentences: Readonly<Record<string, Sentence>> = {
  'weekly-rest': weeklyRest,
  'complete-weekend': completeWeekend,
  'min-shifts-of-type': minShiftsOfType,
  'min-days-off-after-nights': minDaysOffAfterNights,
  'break-required': breakRequired,
  'short-turnaround': shortTurnaround,
  rotation,
  'compact-day': compactDay,
}
