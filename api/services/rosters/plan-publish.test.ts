import { describe, expect, test } from 'vitest'
import type { Breach } from '../../../solver/model/outcome.ts'
import { planPublish } from './plan-publish.ts'

const breach = (rule: string, level: Breach['level']): Breach => ({
  rule,
  level,
  size: 1,
  penalty: 1,
  employees: ['ada'],
  shifts: ['s1'],
  justification: {},
})

describe('planPublish', () => {
  test('refuses a roster with a hard breach and names every one', () => {
    const plan = planPublish([breach('min-rest', 'hard'), breach('fair-minutes', 'soft')], [])
    expect(plan).toEqual({ kind: 'refused', hard: [breach('min-rest', 'hard')] })
  })

  test('publishes with open shifts and says how many people are missing', () => {
    const staffing = [
      { headsMin: 2, heads: 0 },
      { headsMin: 1, heads: 1 },
      { headsMin: 3, heads: 2 },
    ]
    expect(planPublish([breach('min-cover', 'medium')], staffing)).toEqual({
      kind: 'publish',
      openShifts: 2,
      openHeads: 3,
      warnings: 0,
    })
  })

  test('counts the soft breaches that remain, and a surplus of people is not negative', () => {
    const plan = planPublish([breach('request-off', 'soft')], [{ headsMin: 1, heads: 3 }])
    expect(plan).toEqual({ kind: 'publish', openShifts: 0, openHeads: 0, warnings: 1 })
  })
})
