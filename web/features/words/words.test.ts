import { expect, test } from 'vitest'
import type { Breach, Unfilled } from '../../api/types.ts'
import { smallRoster } from '../roster/roster-testkit.ts'
import { breachSentence, reasonBeside, rulesWithWords } from './breach-sentence.ts'
import { namesOf } from './names.ts'
import { ruleName } from './rule-names.ts'
import { ableCandidates, stopCounts, unfilledSentence } from './unfilled-words.ts'

const names = namesOf(smallRoster())
const breach = (rule: string, justification: Breach['justification'], rest: Partial<Breach> = {}): Breach => ({
  rule,
  level: 'hard',
  size: 150,
  penalty: 150,
  employees: ['ana'],
  shifts: ['n1', 'e2'],
  justification,
  ...rest,
})
const sentence = (...of: Parameters<typeof breach>) => breachSentence(breach(...of), names)

test('too little rest says how much there is and how much is due', () => {
  expect(sentence('min-rest', { gapMinutes: 510, requiredMinutes: 660 })).toBe(
    'Ana Ruiz has only 8 h 30 min of rest between Night on Mon 1 Mar and Early on Tue 2 Mar; at least 11 h are due.',
  )
})

test('a missing skill is named, with the day on which a certificate ends', () => {
  expect(sentence('required-skill', { missingAll: ['vet'], missingAny: [], expiredOn: '2027-02-28' })).toBe(
    'Ana Ruiz lacks Vet for Night on Mon 1 Mar: the certificate ends on Sunday 28 February.',
  )
  expect(sentence('required-skill', { missingAll: [], missingAny: ['vet', 'nurse'], expiredOn: null })).toBe(
    'Ana Ruiz lacks one of Vet, Nurse for Night on Mon 1 Mar.',
  )
})

test('hours over a limit name the period', () => {
  expect(
    sentence(
      'max-minutes',
      { firstDay: '2027-03-01', lastDay: '2027-03-07', worked: 3000, limit: 2880 },
      { shifts: [] },
    ),
  ).toBe('Ana Ruiz works 50 h from 1 Mar to 7 Mar; at most 48 h are allowed.')
})

test('an open shift says how many of how many are missing', () => {
  expect(
    sentence('min-cover', { needed: 2, heads: 0, missing: 2, priority: 3 }, { employees: [], shifts: ['e1'] }),
  ).toBe('Early on Mon 1 Mar lacks 2 people of 2.')
})

test('wishes name what was wished and what happened', () => {
  expect(sentence('request-off', { day: '2027-03-02', type: null, wished: [] }, { shifts: ['e2'] })).toBe(
    'Ana Ruiz wished to be off on Tuesday 2 March and works Early on Tue 2 Mar.',
  )
})

test('every rule with words gives a full sentence even when its justification is empty', () => {
  for (const rule of rulesWithWords) {
    const text = sentence(rule, {})
    expect(text, rule).toMatch(/^[A-Z].*\.$/)
    expect(text, rule).not.toMatch(/undefined|null|NaN/)
  }
})

test('a rule without words of its own is named with the people and shifts', () => {
  expect(sentence('house-rule', {})).toBe(
    'House rule is not kept (Ana Ruiz: Night on Mon 1 Mar and Early on Tue 2 Mar).',
  )
  expect(ruleName('some-new-rule')).toBe('Some new rule')
})

const candidate = (employee: string, rules: string[], soft = 0): Unfilled['candidates'][number] => ({
  employee,
  added: rules.map((rule) => breach(rule, {})),
  delta: { hard: rules.length, medium: 0, soft },
})

test('an open shift counts each person once, at the most telling rule', () => {
  const unfilled = {
    shift: 'e1',
    missingHeads: 1,
    candidates: [
      candidate('a', ['min-rest', 'required-skill']),
      candidate('b', ['required-skill']),
      candidate('c', ['unavailable']),
    ],
  }
  expect(stopCounts(unfilled).map((stop) => stop.text)).toEqual(['2 people lack the skill', '1 person is away'])
  expect(unfilledSentence(unfilled, 3)).toBe('Nobody can take it. 2 people lack the skill and 1 person is away.')
  expect(unfilledSentence(unfilled, 42)).toBe(
    'Nobody can take it. Of the 3 people who come closest, 2 people lack the skill and 1 person is away.',
  )
})

test('people who could take an open shift are listed cheapest first', () => {
  const unfilled = {
    shift: 'e1',
    missingHeads: 1,
    candidates: [candidate('a', [], 30), candidate('b', [], 5), candidate('c', ['unavailable'])],
  }
  expect(ableCandidates(unfilled).map((one) => one.employee)).toEqual(['b', 'a'])
  expect(unfilledSentence(unfilled, 42)).toBe('2 people could take it at a cost; of the others, 1 person is away.')
})

test('when one rule stops everyone near, the sentence says so and does not claim more', () => {
  const unfilled = {
    shift: 'e1',
    missingHeads: 1,
    candidates: [candidate('a', ['required-skill']), candidate('b', ['required-skill'])],
  }
  expect(unfilledSentence(unfilled, 42)).toBe('Nobody can take it: even the 2 people who come closest lack the skill.')
  expect(unfilledSentence(unfilled, 2)).toBe('Nobody can take it: 2 people lack the skill.')
})

test('beside a name the reason says neither name nor shift again', () => {
  const lacks = breach('required-skill', { missingAll: ['vet'], missingAny: [], expiredOn: null }, { shifts: ['e2'] })
  expect(reasonBeside(lacks, names, 'e2')).toBe('Lacks Vet for this shift.')
  const rest = breach('min-rest', { gapMinutes: 0, requiredMinutes: 660 })
  expect(reasonBeside(rest, names, 'e2')).toBe(
    'Has no rest between Night on Mon 1 Mar and this shift; at least 11 h are due.',
  )
})

test('bans, partners and long rests are counted in words of their own', () => {
  const unfilled = {
    shift: 'e1',
    missingHeads: 1,
    candidates: [
      candidate('a', ['prohibited-employee']),
      candidate('b', ['only-together']),
      candidate('c', ['weekly-rest']),
    ],
  }
  expect(stopCounts(unfilled).map((stop) => stop.text)).toEqual([
    '1 person is banned from it',
    '1 person would be without a partner',
    '1 person would have no long rest that week',
  ])
})
