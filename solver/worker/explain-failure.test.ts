import { describe, expect, test } from 'vitest'
import { ProblemInvalid } from '../index.ts'
import { explainFailure } from './explain-failure.ts'

describe('explainFailure', () => {
  test('an invalid problem is explained by its first wrong place and how many more there are', () => {
    const issues = [
      { path: 'shifts[3].end', reason: 'ends before it starts' },
      { path: 'employees', reason: 'is empty' },
    ]
    expect(explainFailure(new ProblemInvalid(issues))).toBe(
      'The roster cannot be planned as it is: ends before it starts (shifts[3].end) and 1 more. Correct it and start again.',
    )
  })

  test('running out of memory names the way out', () => {
    expect(explainFailure(new RangeError('Array buffer allocation failed: out of memory'))).toMatch(/fewer days/)
  })

  test('what nobody expected says nothing of the inside', () => {
    expect(explainFailure(new TypeError("Cannot read properties of undefined (reading 'x')"))).not.toMatch(/undefined/)
  })
})
