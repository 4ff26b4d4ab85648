import { describe, expect, test } from 'vitest'
import { joinNeeds, openShifts, placeTemplate, type ShiftTemplate } from './open-shifts.ts'

const night: ShiftTemplate = {
  id: 'night',
  name: 'Night',
  startTime: '22:00',
  durationMinutes: 600,
  breakMinutes: 45,
  breaks: [],
  premiumPercent: 0,
  tags: ['night'],
  skills: { allOf: [{ skillId: 'vet', levelMin: 2 }], anyOf: [] },
}
const demandOn = (day: string) => ({
  id: day,
  siteId: 'main',
  shiftTypeId: 'night',
  day,
  headsMin: 1,
  headsTarget: null,
  headsMax: null,
  priority: 1,
  skills: { allOf: [], anyOf: [] },
})
const one = { start: '2027-03-01', days: 7, sites: [{ id: 'main', zone: 'Europe/Berlin' }], templates: [night] }
const open = (start: string, days: number, demand: ReturnType<typeof demandOn>[]) =>
  openShifts({ start, days, sites: [{ id: 'main', zone: 'Europe/Berlin' }], templates: [night], demand })

describe('openShifts', () => {
  test('a night across midnight belongs to the day it starts on', () => {
    const [shift] = open('2027-03-01', 7, [demandOn('2027-03-02')])
    expect(shift?.day).toBe('2027-03-02')
    expect(shift?.startsAt.toISOString()).toBe('2027-03-02T21:00:00.000Z')
    expect(shift?.endsAt.toISOString()).toBe('2027-03-03T07:00:00.000Z')
    expect(shift?.paidMinutes).toBe(555)
  })

  test('the night of the spring clock change is an hour shorter and paid so', () => {
    const [shift] = open('2027-03-22', 7, [demandOn('2027-03-27')])
    expect(shift?.endsAt.toISOString()).toBe('2027-03-28T06:00:00.000Z')
    expect(shift?.paidMinutes).toBe(540 - 45)
  })

  test('the night of the autumn clock change is an hour longer and paid so', () => {
    const [shift] = open('2027-10-25', 7, [demandOn('2027-10-30')])
    expect(shift?.endsAt.toISOString()).toBe('2027-10-31T07:00:00.000Z')
    expect(shift?.paidMinutes).toBe(660 - 45)
  })

  test('demand outside the period or of another site opens nothing', () => {
    const elsewhere = { ...demandOn('2027-03-02'), siteId: 'other' }
    expect(open('2027-03-01', 2, [demandOn('2027-02-28'), demandOn('2027-03-03'), elsewhere])).toEqual([])
  })

  test('a line for nobody opens nothing, one for as many as come opens a shift', () => {
    const nobody = { ...demandOn('2027-03-02'), headsMin: 0 }
    expect(open('2027-03-01', 7, [nobody])).toEqual([])
    expect(openShifts({ ...one, demand: [{ ...nobody, headsTarget: 0, headsMax: 0 }] })).toEqual([])
    expect(openShifts({ ...one, demand: [{ ...nobody, headsMax: 2 }] })).toMatchObject([{ headsMin: 0, headsMax: 2 }])
  })

  test('needs of the demand are added to those of the type, the higher level counting', () => {
    const joined = joinNeeds(night.skills, {
      allOf: [
        { skillId: 'vet', levelMin: 3 },
        { skillId: 'x-ray', levelMin: 1 },
      ],
      anyOf: [{ skillId: 'cat', levelMin: 1 }],
    })
    expect(joined).toEqual({
      allOf: [
        { skillId: 'vet', levelMin: 3 },
        { skillId: 'x-ray', levelMin: 1 },
      ],
      anyOf: [{ skillId: 'cat', levelMin: 1 }],
    })
  })

  test('a short shift inside the skipped hour keeps its length', () => {
    const { startsAt, endsAt } = placeTemplate(
      { startTime: '02:00', durationMinutes: 60 },
      '2027-03-28',
      'Europe/Berlin',
    )
    expect(endsAt.getTime() - startsAt.getTime()).toBe(60 * 60_000)
  })
})
