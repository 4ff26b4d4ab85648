import { expect, test } from 'vitest'
import { type Problem, validateProblem } from '../../../solver/index.ts'
import { slugOf } from './create-organisation.ts'
import { startingRules } from './starting-rules.ts'

test('the engine accepts the rules a new organisation begins with', () => {
  const problem: Problem = {
    format: 'muster-problem/1',
    name: 'small',
    period: { start: '2027-03-01', days: 28, zone: 'Europe/Berlin' },
    sites: [{ id: 'main', name: 'Main', zone: 'Europe/Berlin' }],
    skills: [],
    shiftTypes: [],
    contracts: [],
    employees: [{ id: 'ada', name: 'Ada' }],
    shifts: [{ id: 's', site: 'main', start: '2027-03-01T08:00Z', end: '2027-03-01T16:00Z', heads: { min: 1 } }],
    rules: startingRules(),
  }
  expect(validateProblem(problem)).toEqual([])
})

test('a slug is readable and never empty', () => {
  const id = '01a1fc29-0b9c-7653-ae61-48dc8901c66e'
  expect(slugOf('Tierärzte  St. Märy & Söhne!', id)).toBe('tierarzte-st-mary-sohne-8901c66e')
  expect(slugOf('動物病院', id)).toBe('organisation-8901c66e')
})
