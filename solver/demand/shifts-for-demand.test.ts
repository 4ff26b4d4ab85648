import { describe, expect, it } from 'vitest'
import { type ShiftDemand, shiftsForDemand } from './shifts-for-demand.ts'

const base: ShiftDemand = {
  period: { start: '2026-03-28', days: 2, zone: 'Europe/Berlin' },
  sites: [{ id: 'shop', name: 'Shop', zone: 'Europe/Berlin' }],
  demand: [],
  templates: [],
}

describe('shiftsForDemand', () => {
  it('keeps wall-clock starts when the clock changes', () => {
    const plan = shiftsForDemand({
      ...base,
      demand: [
        { site: 'shop', start: '2026-03-28T08:00+01:00', intervalMinutes: 60, heads: [2] },
        { site: 'shop', start: '2026-03-29T08:00+02:00', intervalMinutes: 60, heads: [1] },
      ],
      templates: [{ id: 'early', site: 'shop', startTimes: ['08:00'], lengthMinutes: 240 }],
    })
    expect(plan).toMatchObject({
      kind: 'planned',
      gaps: [],
      cost: 720,
      shifts: [
        { id: 'early-2026-03-28-0800', start: '2026-03-28T07:00Z', heads: { min: 2 } },
        { id: 'early-2026-03-29-0800', start: '2026-03-29T06:00Z', heads: { min: 1 } },
      ],
    })
  })

  it('counts people only where their level of skill is enough, and says who is missing', () => {
    const plan = shiftsForDemand({
      ...base,
      demand: [
        { site: 'shop', start: '2026-03-28T08:00+01:00', intervalMinutes: 30, heads: [2, 2] },
        {
          site: 'shop',
          start: '2026-03-28T08:00+01:00',
          intervalMinutes: 60,
          heads: [1],
          skill: { skill: 'till', levelMin: 2 },
        },
        { site: 'shop', start: '2026-03-28T08:00+01:00', intervalMinutes: 60, heads: [1], skill: { skill: 'keys' } },
      ],
      templates: [
        {
          id: 'a',
          site: 'shop',
          startTimes: ['08:00'],
          lengthMinutes: 60,
          skills: [{ skill: 'till', levelMin: 3 }],
          costMinor: 30,
        },
        {
          id: 'b',
          site: 'shop',
          startTimes: ['08:00'],
          lengthMinutes: 60,
          skills: [{ skill: 'till', levelMin: 1 }],
          costMinor: 10,
        },
      ],
    })
    expect(plan).toMatchObject({
      cost: 40,
      shifts: [
        { id: 'a-2026-03-28-0800', heads: { min: 1 } },
        { id: 'b-2026-03-28-0800', heads: { min: 1 } },
      ],
      gaps: [
        { site: 'shop', skill: { skill: 'keys' }, start: '2026-03-28T07:00Z', end: '2026-03-28T08:00Z', heads: 1 },
      ],
    })
  })

  it('places a break for everyone and leaves it out of paid minutes', () => {
    const plan = shiftsForDemand({
      ...base,
      demand: [{ site: 'shop', start: '2026-03-28T08:00+01:00', intervalMinutes: 60, heads: [1, 1, 1, 1] }],
      templates: [
        {
          id: 'day',
          site: 'shop',
          startTimes: ['08:00'],
          lengthMinutes: 240,
          breaks: [{ minutes: 30, earliestMinutes: 60, latestMinutes: 120 }],
        },
      ],
    })
    if (plan.kind !== 'planned') throw new Error('expected a plan')
    expect(plan.shifts).toMatchObject([{ breakMinutes: 30, heads: { min: 2 } }])
    const [first, second] = plan.breaks[0]!.starts.map((starts) => Date.parse(starts[0]!) / 60_000)
    expect(Math.abs(first! - second!)).toBeGreaterThanOrEqual(30)
  })

  it('names unknown sites, times and zones', () => {
    const plan = shiftsForDemand({
      ...base,
      sites: [{ id: 'shop', name: 'Shop', zone: 'Mars/North' }],
      demand: [{ site: 'bar', start: 'today', intervalMinutes: 60, heads: [1] }],
      templates: [{ id: 'a', site: 'bar', startTimes: ['25:00'], lengthMinutes: 2000 }],
    })
    expect(plan.kind === 'demand-invalid' && plan.issues.map(({ path }) => path)).toEqual([
      'sites[0].zone',
      'demand[0].site',
      'demand[0].start',
      'templates[0].site',
      'templates[0].lengthMinutes',
      'templates[0].startTimes[0]',
    ])
  })
})
