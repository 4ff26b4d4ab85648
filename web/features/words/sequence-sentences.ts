// Rules about shifts that follow each other: rest, runs of days and nights, weekends.
import { shortDay } from '../../ui/dates.ts'
import { countText, durationText, listText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { listFact, numberFact, textFact } from './facts.ts'
import type { Names } from './names.ts'

const who = (names: Names, employees: readonly string[]): string =>
  listText(employees.map(names.employee)) || 'Somebody'
const pair = (names: Names, shifts: readonly string[]): string => {
  const [before, after] = shifts
  if (!before) return 'two shifts'
  return after ? `${names.shift(before)} and ${names.shift(after)}` : `${names.shift(before)} and the shift beside it`
}
const from = (facts: Record<string, unknown>): string => {
  const day = textFact(facts, 'firstDay')
  return day ? ` from ${shortDay(day)}` : ''
}

const minRest: Sentence = ({ employees, shifts, size, justification }, names) => {
  const gap = numberFact(justification, 'gapMinutes')
  const required = numberFact(justification, 'requiredMinutes')
  const between = pair(names, shifts)
  if (gap === null || required === null)
    return `${who(names, employees)} has ${durationText(size)} too little rest between ${between}.`
  const rest = gap <= 0 ? 'no rest' : `only ${durationText(gap)} of rest`
  return `${who(names, employees)} has ${rest} between ${between}; at least ${durationText(required)} are due.`
}

const noOverlap: Sentence = ({ employees, shifts, size, justification }, names) => {
  const travel = numberFact(justification, 'travelMinutes') ?? 0
  const gap = numberFact(justification, 'gapMinutes')
  if (travel > 0 && gap !== null && gap >= 0)
    return `${who(names, employees)} has ${durationText(gap)} to get from ${pair(names, shifts)}; the way takes ${durationText(travel)}.`
  return `${who(names, employees)} would be in two places at once for ${durationText(size)}: ${pair(names, shifts)}.`
}

const succession: Sentence = ({ employees, shifts, justification }, names) => {
  const before = textFact(justification, 'before')
  const after = textFact(justification, 'after')
  if (!before || !after) return `${who(names, employees)}: ${pair(names, shifts)} may not follow each other.`
  return `${who(names, employees)}: ${names.shiftType(after)} may not follow ${names.shiftType(before)} (${pair(names, shifts)}).`
}

const maxConsecutiveDays: Sentence = ({ employees, size, justification }, names) => {
  const days = numberFact(justification, 'days')
  const limit = numberFact(justification, 'limit')
  return days === null || limit === null
    ? `${who(names, employees)} works ${countText(size, 'day')} too many in a row.`
    : `${who(names, employees)} works ${countText(days, 'day')} in a row${from(justification)}; at most ${limit} are allowed.`
}

const maxConsecutiveNights: Sentence = ({ employees, size, justification }, names) => {
  const nights = numberFact(justification, 'nights')
  const limit = numberFact(justification, 'limit')
  return nights === null || limit === null
    ? `${who(names, employees)} works ${countText(size, 'night')} too many in a row.`
    : `${who(names, employees)} works ${countText(nights, 'night')} in a row${from(justification)}; at most ${limit} are allowed.`
}

const minConsecutiveDays: Sentence = ({ employees, size, justification }, names) => {
  const days = numberFact(justification, 'days')
  const required = numberFact(justification, 'required')
  return days === null || required === null
    ? `${who(names, employees)} has a run of work that is ${countText(size, 'day')} too short.`
    : `${who(names, employees)} works only ${countText(days, 'day')} in a row${from(justification)}; runs have at least ${required}.`
}

const minConsecutiveDaysOff: Sentence = ({ employees, size, justification }, names) => {
  const days = numberFact(justification, 'days')
  const required = numberFact(justification, 'required')
  return days === null || required === null
    ? `${who(names, employees)} has a break that is ${countText(size, 'day')} too short.`
    : `${who(names, employees)} has only ${countText(days, 'free day')} in a row${from(justification)}; at least ${required} are due.`
}

const maxWeekends: Sentence = ({ employees, size, justification }, names) => {
  const count = numberFact(justification, 'count')
  const limit = numberFact(justification, 'limit')
  const dates = listFact(justification, 'weekends').map(shortDay)
  const which = dates.length > 0 ? ` (${listText(dates)})` : ''
  return count === null || limit === null
    ? `${who(names, employees)} works ${countText(size, 'weekend')} too many.`
    : `${who(names, employees)} works ${countText(count, 'weekend')}${which}; at most ${limit} are allowed.`
}

export const sequenceSentences: Readonly<Record<string, Sentence>> = {
  'min-rest': minRest,
  'no-overlap': noOverlap,
  succession,
  'max-consecutive-days': maxConsecutiveDays,
  'max-consecutive-nights': maxConsecutiveNights,
  'min-consecutive-days': minConsecutiveDays,
  'min-consecutive-days-off': minConsecutiveDaysOff,
  'max-weekends': maxWeekends,
}
