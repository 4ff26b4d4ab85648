// Rules about what work asks of people and of the house: fair shares, ways, changed plans, budgets.
import { longDay } from '../../ui/dates.ts'
import { countText, durationText, listText, numberText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { numberFact, textFact } from './facts.ts'
import type { Names } from './names.ts'
import { windowText } from './person-sentences.ts'

const who = (names: Names, employees: readonly string[]): string =>
  listText(employees.map(names.employee)) || 'Somebody'
const which = (names: Names, shifts: readonly string[]): string => (shifts[0] ? names.shift(shifts[0]) : 'a shift')

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** "Ana has 4 nights; a fair share for a full-time job is 2.5." */
const fairShare =
  (one: string, many: string): Sentence =>
  ({ employees, justification }, names) => {
    const count = numberFact(justification, 'count')
    const fair = numberFact(justification, 'fairHundredths')
    const carried = numberFact(justification, 'carried') ?? 0
    if (count === null || fair === null) return `${who(names, employees)} does not carry a fair share of the ${many}.`
    const before =
      carried === 0 ? '' : ` and ${countText(Math.abs(carried), one, many)} too ${carried > 0 ? 'many' : 'few'} before`
    return `${who(names, employees)} has ${countText(count, one, many)}${before}; a fair share of a full-time job is ${oneDecimal.format(fair / 100)}.`
  }

const fairShiftTypes: Sentence = (breach, names) => {
  const type = textFact(breach.justification, 'type')
  const tag = textFact(breach.justification, 'tag')
  const kind = type ? `${names.shiftType(type)} shift` : tag ? `${tag} shift` : 'shift'
  return fairShare(kind, `${kind}s`)(breach, names)
}

const travel: Sentence = ({ employees, size, justification }, names) => {
  const metres = numberFact(justification, 'metres') ?? size
  const day = textFact(justification, 'day')
  return `${who(names, employees)} travels ${oneDecimal.format(metres / 1000)} km${day ? ` on ${longDay(day)}` : ' on one day'}.`
}

const disruption: Sentence = ({ employees, shifts, justification }, names) => {
  const change = textFact(justification, 'change')
  const notice = numberFact(justification, 'noticeMinutes')
  const what = change === 'added' ? 'gets' : change === 'removed' ? 'loses' : 'has a change of plans on'
  const when =
    notice === null
      ? ''
      : notice <= 0
        ? ', after it began'
        : `, ${notice < 2880 ? durationText(notice) : countText(Math.floor(notice / 1440), 'day')} before it starts`
  return `${who(names, employees)} ${what} ${which(names, shifts)} against the published roster${when}.`
}

/** Money without its currency, which the roster does not know. */
const money = (minor: number): string => numberText(Math.round(minor / 100))

const budget: Sentence = ({ size, justification }, names) => {
  const site = textFact(justification, 'site')
  const cost = numberFact(justification, 'costMinor')
  const limit = numberFact(justification, 'budgetMinor')
  const place = site ? names.site(site) : 'The roster'
  const when = windowText(justification)
  return cost === null || limit === null
    ? `${place} costs ${money(size)} more than its budget${when}.`
    : `${place} costs ${money(cost)}${when}; the budget is ${money(limit)}.`
}

export const burdenSentences: Readonly<Record<string, Sentence>> = {
  'fair-weekends': fairShare('weekend', 'weekends'),
  'fair-nights': fairShare('night', 'nights'),
  'fair-holidays': fairShare('holiday shift', 'holiday shifts'),
  'fair-shift-types': fairShiftTypes,
  travel,
  disruption,
  budget,
}
