import { describe, expect, it } from 'vitest'
import { validateProblem } from '../judge/validate-problem.ts'
import { byHand, sizes } from '../rules/tests/by-hand.ts'
import { rulePresets } from './presets.ts'

const week = (rules: object[]) =>
  byHand({
    start: '2026-06-01',
    days: 7,
    shifts: [
      { id: 'late', at: '2026-06-01T14:00', hours: 9, breakMinutes: 60 },
      { id: 'early', at: '2026-06-02T06:00', hours: 9, breakMinutes: 60 },
      { id: 'bare', at: '2026-06-04T08:00', hours: 7 },
    ],
    rules: rules as never,
  })

describe('presets', () => {
  it('have ids of their own, a day, sources, and say that they are no legal advice', () => {
    expect(new Set(rulePresets.map(({ id }) => id)).size).toBe(rulePresets.length)
    for (const { id, writtenOn, notice, settings, leavesOut } of rulePresets) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(writtenOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(notice).toContain('no legal advice')
      expect(settings.every(({ source }) => source.length > 10)).toBe(true)
      expect(leavesOut.length).toBeGreaterThan(0)
    }
  })

  for (const { id, settings } of rulePresets)
    it(`${id} passes the engine's own check, for an organisation and for a contract`, () => {
      const rules = settings.map(({ setting }) => setting)
      const problem = week([])
      expect(validateProblem({ ...problem, rules })).toEqual([])
      expect(validateProblem({ ...problem, contracts: [{ id: 'c', name: 'C', rules }] })).toEqual([])
    })

  it('find what the law forbids: a short night in Europe, a missing meal in South Africa, clopening in New York', () => {
    const of = (id: string) =>
      week(rulePresets.find((preset) => preset.id === id)!.settings.map(({ setting }) => setting))
    expect(sizes(of('eu'), 'min-rest', { e0: ['late', 'early'] })).toEqual([240])
    expect(sizes(of('south-africa'), 'break-required', { e0: ['bare'] })).toEqual([60])
    expect(sizes(of('new-york-city'), 'short-turnaround', { e0: ['late', 'early'] })).toEqual([240])
    expect(sizes(of('us-federal'), 'max-minutes', { e0: ['late', 'early', 'bare'] })).toEqual([])
  })
})
