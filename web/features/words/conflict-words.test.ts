import { expect, test } from 'vitest'
import type { Conflict } from '../../../solver/model/outcome.ts'
import { smallRoster } from '../roster/roster-testkit.ts'
import { conflictSentence, relaxationSentence } from './conflict-words.ts'
import { namesOf } from './names.ts'
import { ruleName } from './rule-names.ts'

const names = namesOf(smallRoster())
const family = { shifts: ['n1', 'e2'], headsNeeded: 3, headsMax: 2 }
const conflict: Conflict = {
  rules: ['required-skill', 'max-minutes'],
  shifts: ['n1', 'e2'],
  isSmallest: true,
  people: ['ana', 'ben'],
  skills: [{ skill: 'vet' }],
  headsNeeded: 3,
  headsMax: 2,
  family,
  relaxations: [],
}
const [skill, hours] = ['required-skill', 'max-minutes'].map(ruleName)

test('a conflict says what is asked, under which rules, and how much is possible', () => {
  expect(conflictSentence(conflict, names)).toBe(
    `3 heads on 2 shifts that ask for Vet cannot all be filled: under ${skill} and ${hours} there are 2 people, who fill 2 at most.`,
  )
})

test('pins that cannot stand name the person, the shifts and the rule', () => {
  const pinned = { ...conflict, rules: ['pinned', 'max-minutes'], people: ['ana'], skills: [] }
  expect(conflictSentence(pinned, names)).toBe(
    `Ana Ruiz is pinned to Night on Mon 1 Mar and Early on Tue 2 Mar, which cannot all stand under ${hours}.`,
  )
})

test('a relaxation promises no more than is proven', () => {
  expect(relaxationSentence({ rule: 'required-skill', skill: 'vet', missingHeadsLeft: 0 }, names)).toBe(
    `Without ${skill} for Vet this would no longer stand in the way.`,
  )
  expect(relaxationSentence({ rule: 'max-minutes', skill: null, missingHeadsLeft: 1 }, names)).toBe(
    `Without ${hours} at least 1 head would still be missing.`,
  )
})
