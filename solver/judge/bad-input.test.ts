import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../model/problem.ts'
import { randomProblem } from '../testkit/random-problem.ts'
import { validateProblem } from './validate-problem.ts'

const sound: Problem = {
  format: 'muster-problem/1',
  name: 'Sound',
  period: { start: '2027-03-01', days: 14, zone: 'Europe/Berlin' },
  sites: [{ id: 'a', name: 'A', zone: 'Europe/Berlin' }],
  skills: [],
  shiftTypes: [{ id: 'late', name: 'Late' }],
  contracts: [{ id: 'full', name: 'Full', rules: [] }],
  employees: [{ id: 'e', name: 'E', contracts: [{ contract: 'full' }] }],
  shifts: [{ id: 's', site: 'a', start: '2027-03-01T08:00Z', end: '2027-03-01T16:00Z', heads: { min: 1 } }],
  rules: [],
}
const { employees, shifts, sites } = sound
const pathsOf = (change: object) => validateProblem({ ...sound, ...change }).map(({ path }) => path)

describe('bad input', () => {
  it('is named everywhere at once: what is malformed hides nothing of what does not agree', () => {
    expect(
      pathsOf({
        period: { ...sound.period, zone: 'Europe/Bonn' },
        sites: [...sites, { id: 'b', name: 'B', zone: '+01:00' }],
        employees: [
          { id: 'e', name: 'E', rateMinor: 1e12 },
          { id: 'f', name: 'F', skills: [{ skill: 'none' }] },
          { id: 'f', name: 'Again' },
        ],
        shifts: [
          { ...shifts[0], heads: { min: -1 } },
          { ...shifts[0], id: 't', end: '2027-03-03T16:00Z' },
          { ...shifts[0], id: 't', site: 'b' },
        ],
        pins: [
          { employee: 'nobody', shift: 's' },
          { employee: 'e', shift: 's' },
        ],
        rules: [{ rule: 'no-such-rule' }],
      }),
    ).toEqual([
      'period.zone',
      'sites[1].zone',
      'employees[0].rateMinor',
      'shifts[0].heads.min',
      'employees[2].id',
      'shifts[2].id',
      'rules[0].rule',
      'shifts[1].end',
      'employees[1].skills[0].skill',
      'pins[0].employee',
    ])
  })

  it('is a problem without people or without shifts, and a period far from our time', () => {
    expect(pathsOf({ employees: [], shifts: [] })).toEqual(['employees', 'shifts'])
    expect(pathsOf({ period: { ...sound.period, start: '9999-12-30' } })).toEqual(['period.start'])
  })

  const least = { rule: 'min-minutes', params: { period: 'week', minutes: 2400 } }
  const most = { rule: 'max-minutes', params: { period: 'week', minutes: 1200 } }
  const contract = (rules: object[]) => ({ contracts: [{ id: 'full', name: 'Full', rules }] })

  it('is a contract that contradicts itself, or what it leaves to the organisation, once somebody holds it', () => {
    expect(pathsOf(contract([least, most]))).toEqual(['contracts[0].rules[0].params.minutes'])
    expect(pathsOf({ ...contract([least]), rules: [most] })).toEqual(['contracts[0].rules[0].params.minutes'])
    expect(pathsOf({ ...contract([most]), rules: [least] })).toEqual(['contracts[0].rules'])
    expect(pathsOf({ ...contract([least]), rules: [most], employees: [{ id: 'e', name: 'E' }] })).toEqual([])
    expect(pathsOf({ ...contract([least, { ...most, level: 'off' }]), rules: [most] })).toEqual([])
  })

  it('is a minimum of shifts of a kind above the maximum of the same kind, not of another', () => {
    const limit = (value: object) => ({ limits: [{ period: 'week', type: 'late', ...value }] })
    const rules = (other: object) => [
      { rule: 'min-shifts-of-type', params: limit({ min: 3 }) },
      { rule: 'max-shifts-of-type', params: limit({ max: 2, ...other }) },
    ]
    expect(pathsOf({ rules: rules({}) })).toEqual(['rules[0].params.limits[0].min'])
    expect(pathsOf({ rules: rules({ period: 'month' }) })).toEqual([])
  })

  it('never makes the check throw, whatever stands wherever', () => {
    const oddities = [null, -1, 1e300, Number.NaN, '', 'x', '9999-12-31', '2027-03-01T08:00Z', [], {}, [null], true]
    const change = fc.record({
      seed: fc.integer({ min: 1, max: 10_000 }),
      at: fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }),
      value: fc.constantFrom(...oddities),
    })
    fc.assert(
      fc.property(change, ({ seed, at, value }) => {
        const problem = JSON.parse(JSON.stringify(randomProblem(seed)))
        let place = problem
        for (const step of at) {
          const keys = Object.keys(place)
          const key = keys[step % keys.length]!
          const inner = place[key]
          const isLast =
            step === at.at(-1) || typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0
          if (isLast) {
            place[key] = value
            break
          }
          place = inner
        }
        for (const { path, reason } of validateProblem(problem)) expect(`${path}${reason}`).not.toBe('')
      }),
      { numRuns: 400, seed: 3 },
    )
  })

  it('is refused with its employees named even when nothing else is sound', () => {
    expect(validateProblem({ ...sound, employees: [...employees, 7], sites: null }).length).toBeGreaterThan(1)
  })
})
