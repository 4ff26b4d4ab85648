import { expect, test } from 'vitest'
import { ruleCatalogue } from '../../../solver/index.ts'
import type { Breach } from '../../api/types.ts'
import { smallRoster } from '../roster/roster-testkit.ts'
import { breachSentence, reasonBeside, rulesWithWords } from './breach-sentence.ts'
import { namesOf } from './names.ts'
import { ruleName } from './rule-names.ts'

const names = namesOf(smallRoster())
const sentence = (rule: string, justification: Breach['justification'], rest: Partial<Breach> = {}): string =>
  breachSentence(
    { rule, level: 'hard', size: 90, penalty: 90, employees: ['ana'], shifts: ['n1', 'e2'], justification, ...rest },
    names,
  )
const window = { firstDay: '2027-03-01', lastDay: '2027-03-07' }

test('every rule of the engine has a name and words of its own', () => {
  expect(ruleCatalogue.filter(({ id }) => !rulesWithWords.includes(id)).map(({ id }) => id)).toEqual([])
  for (const { id } of ruleCatalogue) expect(ruleName(id), id).toMatch(/^[A-Z]/)
})

test('a weekly rest says how long the longest is and how much is due', () => {
  expect(sentence('weekly-rest', { ...window, longestMinutes: 1800, requiredMinutes: 2160 })).toBe(
    'Ana Ruiz has at most 30 h of rest in one piece from 1 Mar to 7 Mar; 36 h are due.',
  )
})

test('a half weekend names its dates', () => {
  expect(sentence('complete-weekend', { firstDay: '2027-03-06', lastDay: '2027-03-07', worked: 1, days: 2 })).toBe(
    'Ana Ruiz works only a part of the weekend from 6 Mar to 7 Mar.',
  )
})

test('too few shifts of a kind and free days after nights are counted', () => {
  expect(sentence('min-shifts-of-type', { ...window, type: null, tag: 'night', count: 1, required: 2 })).toBe(
    'Ana Ruiz has 1 night shift from 1 Mar to 7 Mar; at least 2 are due.',
  )
  expect(sentence('min-days-off-after-nights', { lastNight: '2027-03-02', nights: 2, days: 1, required: 2 })).toBe(
    'Ana Ruiz has 1 free day after the night of 2 Mar; at least 2 are due.',
  )
})

test('a missing break says how long the shift is', () => {
  expect(sentence('break-required', { lengthMinutes: 600, breakMinutes: 30, requiredMinutes: 45 })).toBe(
    'Ana Ruiz has a break of 30 min in Night on Mon 1 Mar, which lasts 10 h; 45 min are due.',
  )
})

test('turnarounds, rotation and gaps say the minutes', () => {
  expect(sentence('short-turnaround', { gapMinutes: 540, wantedMinutes: 660 })).toBe(
    'Ana Ruiz has only 9 h between Night on Mon 1 Mar and Early on Tue 2 Mar.',
  )
  expect(sentence('rotation', { day: '2027-03-02', laterMinutes: -120 })).toBe(
    'Ana Ruiz begins 2 h earlier on Tuesday 2 March than on the day before.',
  )
  expect(sentence('compact-day', { day: '2027-03-02', gapMinutes: 150 })).toBe(
    'Ana Ruiz waits 2 h 30 min between Night on Mon 1 Mar and Early on Tue 2 Mar.',
  )
})

test('who may not, or must, share a shift is named', () => {
  expect(sentence('prohibited-employee', { by: 'shift', site: 'main' })).toBe(
    'Ana Ruiz may not work Night on Mon 1 Mar.',
  )
  expect(sentence('not-together', { pair: ['ana', 'ana'] }, { shifts: ['n1'] })).toBe(
    'Ana Ruiz may not work together on Night on Mon 1 Mar.',
  )
  expect(sentence('only-together', { partners: ['ana'] }, { shifts: ['n1'] })).toBe(
    'Ana Ruiz works Night on Mon 1 Mar without Ana Ruiz.',
  )
})

test('a hole in the demand curve says where, when and how many are needed', () => {
  const justification = {
    site: 'nowhere',
    skill: null,
    start: '2027-03-01T07:00Z',
    end: '2027-03-01T07:30Z',
    needed: 2,
    presentMinutes: 30,
  }
  expect(sentence('demand-curve', justification, { size: 30, employees: [], shifts: [] })).toBe(
    'A site needs 2 people from 1 Mar 07:00 UTC; 30 min of work are missing.',
  )
})

test('wishes of the shift say whom or what it would have', () => {
  expect(sentence('preferred-employee', { preferred: ['ana'] })).toBe(
    'Ana Ruiz works Night on Mon 1 Mar, which would rather have Ana Ruiz.',
  )
  expect(sentence('unpreferred-employee', { unpreferred: ['ana'] })).toBe(
    'Ana Ruiz works Night on Mon 1 Mar, which would rather have somebody else.',
  )
  expect(sentence('preferred-skill', { missing: ['vet'] })).toBe('Ana Ruiz works Night on Mon 1 Mar without Vet.')
  expect(sentence('optional-shift', { priority: 2, target: 1 })).toBe('Night on Mon 1 Mar is optional and stays empty.')
})

test('fair shares say what is borne, what came before and what would be fair', () => {
  expect(sentence('fair-nights', { count: 4, carried: 1, fairHundredths: 250 })).toBe(
    'Ana Ruiz has 4 nights and 1 night too many before; a fair share of a full-time job is 2.5.',
  )
  expect(sentence('fair-weekends', { count: 0, carried: 0, fairHundredths: 200 })).toBe(
    'Ana Ruiz has 0 weekends; a fair share of a full-time job is 2.',
  )
})

test('ways, changes and budgets are said in kilometres, notice and money', () => {
  expect(sentence('travel', { day: '2027-03-02', metres: 12_340, homeMetres: 0, betweenMetres: 12_340 })).toBe(
    'Ana Ruiz travels 12.3 km on Tuesday 2 March.',
  )
  expect(sentence('disruption', { change: 'removed', noticeMinutes: 600 })).toBe(
    'Ana Ruiz loses Night on Mon 1 Mar against the published roster, 10 h before it starts.',
  )
  expect(sentence('budget', { ...window, site: null, costMinor: 250_000, budgetMinor: 200_000 })).toBe(
    'The roster costs 2,500 from 1 Mar to 7 Mar; the budget is 2,000.',
  )
})

test('beside a name, other people of the breach keep theirs', () => {
  const only: Breach = {
    rule: 'only-together',
    level: 'hard',
    size: 1,
    penalty: 1,
    employees: ['ana'],
    shifts: ['e2'],
    justification: { partners: ['somebody-else'] },
  }
  expect(reasonBeside(only, names, 'e2')).toBe('Works this shift without somebody.')
})
