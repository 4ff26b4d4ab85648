import { describe, expect, test } from 'vitest'
import type { CurveRow } from './curve-spans.ts'
import type { NewShift, ShiftTemplate } from './open-shifts.ts'
import { planShifts, type Wanted } from './plan-shifts.ts'

const none = { allOf: [], anyOf: [] }
const nurse = { allOf: [{ skillId: 'nurse', levelMin: 2 }], anyOf: [] }
const type = (id: string, startTime: string, more: Partial<ShiftTemplate> = {}): ShiftTemplate => ({
  id,
  name: id,
  startTime,
  durationMinutes: 480,
  breakMinutes: 0,
  breaks: [],
  premiumPercent: 0,
  tags: [],
  skills: none,
  ...more,
})
const early = type('early', '06:00')
const late = type('late', '14:00')
const night = type('night', '22:00')
const curve = (more: Partial<CurveRow>, headsAt: (hour: number) => number): CurveRow => ({
  id: 'c',
  siteId: 'main',
  weekday: null,
  day: null,
  intervalMinutes: 60,
  heads: Array.from({ length: 24 }, (_, hour) => headsAt(hour)),
  skills: none,
  shiftTypeIds: [],
  ...more,
})
const always = (heads: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => curve({ id: `${weekday}`, weekday }, () => heads))
const plan = (days: number, more: Partial<Wanted>, start = '2027-03-22') =>
  planShifts(
    { start, days },
    {
      sites: [{ id: 'main', zone: 'Europe/Berlin' }],
      templates: [early, late, night],
      dated: [],
      patterns: [],
      curves: [],
      holidays: [],
      before: [],
      ...more,
    },
  )
const short = (shifts: readonly NewShift[]) =>
  shifts.map(({ day, shiftTypeId, headsMin }) => `${day.slice(5)} ${shiftTypeId} ${headsMin}`)

/** Heads at work at an instant. */
const headsAt = (shifts: readonly NewShift[], at: string) =>
  shifts
    .filter(({ startsAt, endsAt }) => startsAt <= new Date(at) && new Date(at) < endsAt)
    .reduce((sum, { headsMin }) => sum + headsMin, 0)

describe('curves', () => {
  test('open the fewest shifts that keep every hour covered', () => {
    const monday = curve({ weekday: 1 }, (hour) => (hour < 6 || hour >= 22 ? 0 : hour < 14 ? 3 : 2))
    const { opened, missingHeadMinutes } = plan(7, { curves: [monday] })
    expect(short(opened)).toEqual(['03-22 early 3', '03-22 late 2'])
    expect(missingHeadMinutes).toBe(0)
  })

  test('a dated curve goes before the weekday of the same skills', () => {
    const daily = curve({ weekday: 1 }, (hour) => (hour >= 6 && hour < 14 ? 3 : 0))
    const closed = curve({ id: 'd', day: '2027-03-29' }, () => 0)
    expect(short(plan(14, { curves: [daily, closed] }).opened)).toEqual(['03-22 early 3'])
  })

  test('nights reach over midnight and over the border of weeks; what began before the period counts', () => {
    const sunday = new Date('2027-03-21T21:00:00Z')
    const before = [
      { siteId: 'main', startsAt: sunday, endsAt: new Date('2027-03-22T05:00:00Z'), headsMin: 2, skills: none },
    ]
    const { opened, missingHeadMinutes } = plan(14, { curves: always(2), before })
    expect(opened).toHaveLength(42)
    expect(new Set(opened.map(({ headsMin }) => headsMin))).toEqual(new Set([2]))
    expect(missingHeadMinutes).toBe(0)
    // Without that night its six hours cannot be given by any type.
    expect(plan(14, { curves: always(2) }).missingHeadMinutes).toBe(2 * 6 * 60)
  })

  test.each([
    ['spring', '2027-03-27', '2027-03-28T00:30:00Z'],
    ['autumn', '2027-10-30', '2027-10-31T01:30:00Z'],
  ])('keep the night of the %s clock change covered', (_season, start, at) => {
    const { opened } = plan(2, { curves: always(2) }, start)
    expect(headsAt(opened, at)).toBe(2)
    expect(short(opened).filter((one) => one.includes('night'))).toHaveLength(2)
  })

  test('ask skills of as many as they want, and of no more', () => {
    const curves = [
      curve({ weekday: 1 }, (hour) => (hour >= 6 && hour < 14 ? 5 : 0)),
      curve({ id: 'n', weekday: 1, skills: nurse }, (hour) => (hour >= 6 && hour < 14 ? 2 : 0)),
    ]
    const { opened } = plan(7, { curves })
    const bySkill = opened.map(({ headsMin, skills }) => [skills.allOf.length, headsMin]).sort()
    expect(bySkill).toEqual([
      [0, 3],
      [1, 2],
    ])
  })

  test('open only the types they allow, the cheaper one first', () => {
    const wanted = curve({ weekday: 1 }, (hour) => (hour >= 6 && hour < 14 ? 1 : 0))
    const dear = type('dear', '06:00', { premiumPercent: 50 })
    const templates = [dear, early]
    expect(short(plan(7, { templates, curves: [wanted] }).opened)).toEqual(['03-22 early 1'])
    const only = { ...wanted, shiftTypeIds: ['dear'] }
    expect(short(plan(7, { templates, curves: [only] }).opened)).toEqual(['03-22 dear 1'])
  })

  test('somebody in a break is not at work', () => {
    const wanted = curve({ weekday: 1 }, (hour) => (hour >= 6 && hour < 14 ? 1 : 0))
    const pausing = type('early', '06:00', { breakMinutes: 60, breaks: [{ afterMinutes: 240, minutes: 60 }] })
    const cover = type('cover', '10:00', { durationMinutes: 60 })
    expect(short(plan(7, { templates: [pausing, cover], curves: [wanted] }).opened)).toEqual([
      '03-22 early 1',
      '03-22 cover 1',
    ])
    // Alone, two relieve each other; where the break may not move far enough for that, its minutes are missing.
    expect(short(plan(7, { templates: [pausing], curves: [wanted] }).opened)).toEqual(['03-22 early 2'])
    const stiff = type('early', '06:00', { breakMinutes: 450, breaks: [{ afterMinutes: 15, minutes: 450 }] })
    expect(plan(7, { templates: [stiff], curves: [wanted] }).missingHeadMinutes).toBe(420)
  })
})

test('patterns and dated lines come first, and curves open what is still missing', () => {
  const pattern = {
    ...{ id: 'p', siteId: 'main', shiftTypeId: 'early', headsTarget: null, headsMax: null, priority: 1, skills: nurse },
    ...{ weekdays: [1, 2], validFrom: '2027-01-01', validUntil: null, onHolidays: true, headsMin: 2 },
  }
  const wanted = [1, 2].map((weekday) =>
    curve({ id: `${weekday}`, weekday }, (hour) => (hour >= 6 && hour < 14 ? 3 : 0)),
  )
  const dated = [{ ...pattern, day: '2027-03-23', headsMin: 4 }]
  const { opened } = plan(7, { patterns: [pattern], dated, curves: wanted })
  expect(short(opened).sort()).toEqual(['03-22 early 1', '03-22 early 2', '03-23 early 4'])
})
