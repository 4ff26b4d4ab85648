import { expect, test } from 'vitest'
import type { Roster } from '../model/problem.ts'
import { byHand, past } from '../rules/tests/by-hand.ts'
import { keyFigures } from './key-figures.ts'
import { payLines } from './pay-lines.ts'

const rosterOf = (lines: Readonly<Record<string, readonly string[]>>): Roster => ({
  assignments: Object.entries(lines).flatMap(([employee, shifts]) => shifts.map((shift) => ({ employee, shift }))),
})

const overtime = [
  { period: 'day', overMinutes: 480, percent: 150 },
  { period: 'week', overMinutes: 2400, percent: 125 },
]

test('pay by shift sums to what the key figures say, with overtime, nights and work before the period', () => {
  const problem = byHand({
    start: '2026-06-03',
    days: 12,
    employees: [{ rateMinor: 6000, history: { shifts: [past('2026-06-01T08:00', 11)] } }, { rateMinor: 1799 }],
    shifts: [3, 4, 5, 6, 7, 8, 9].map((day) => ({
      id: `d${day}`,
      at: `2026-06-0${day}T14:00`,
      hours: 10,
      heads: { min: 2 },
    })),
    rules: [{ rule: 'labour-cost', params: { overtime, sundayPercent: 150, nightPercent: 25 } }],
  })
  const ids = problem.shifts.map(({ id }) => id)
  const roster = rosterOf({ e0: ids, e1: ids.slice(0, 6) })
  const lines = payLines(problem, roster)
  expect(lines).toHaveLength(13)
  expect(lines.reduce((sum, line) => sum + line.payMinor, 0)).toBe(keyFigures(problem, roster).costMinor)
})

test('overtime belongs to the shift that made it', () => {
  const problem = byHand({
    start: '2026-06-01',
    days: 7,
    employees: [{ rateMinor: 6000 }],
    shifts: [1, 2].map((day) => ({ id: `d${day}`, at: `2026-06-0${day}T08:00`, hours: 10 })),
    rules: [{ rule: 'labour-cost', params: { overtime: [{ period: 'week', overMinutes: 600, percent: 200 }] } }],
  })
  const lines = payLines(problem, rosterOf({ e0: ['d1', 'd2'] }))
  expect(lines.map(({ shift, minutes, payMinor }) => [shift, minutes, payMinor])).toEqual([
    ['d1', 600, 60_000],
    ['d2', 600, 120_000],
  ])
})
