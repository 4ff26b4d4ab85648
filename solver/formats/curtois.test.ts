import { describe, expect, it } from 'vitest'
import { readCurtois, writeCurtois } from './curtois.ts'
import { smallCurtois } from './fixtures.ts'

const faults = (text: string) => {
  const reading = readCurtois(text)
  return reading.kind === 'unusable' ? reading.errors.map(({ line, reason }) => `${line}: ${reason}`) : []
}

describe('readCurtois', () => {
  it('turns each type of each day into a shift that prices missing and surplus heads', () => {
    const reading = readCurtois(smallCurtois)
    if (reading.kind === 'unusable') throw new Error(faults(smallCurtois).join('\n'))
    const { problem } = reading
    expect(problem.period).toEqual({ start: '2024-01-01', days: 7, weekStart: 1, zone: 'UTC' })
    expect(problem.shifts).toHaveLength(14)
    expect(problem.shifts.find((shift) => shift.id === '2-L')).toMatchObject({
      type: 'L',
      start: '2024-01-03T00:00Z',
      end: '2024-01-03T10:00Z',
      paidMinutes: 600,
      heads: { min: 0, target: 2 },
      underWeight: 100,
      overWeight: 3,
    })
    expect(problem.shifts.find((shift) => shift.id === '6-L')).toMatchObject({ heads: { min: 0 }, overWeight: 0 })
    expect(problem.rules).toContainEqual({ rule: 'succession', params: { forbidden: [['L', 'E']] } })
    expect(problem.employees[0]).toMatchObject({
      id: 'A',
      unavailable: [{ start: '2024-01-05T00:00Z', end: '2024-01-06T00:00Z' }],
      requests: [
        { kind: 'on', weight: 2, shift: '0-E' },
        { kind: 'off', weight: 4, shift: '1-L' },
      ],
    })
    expect(problem.contracts[0]?.rules).toContainEqual({
      rule: 'max-shifts-of-type',
      params: { limits: [{ type: 'L', period: 'roster', max: 0 }] },
    })
  })

  it('lists every wrong line with its number and what was expected', () => {
    const text = smallCurtois
      .replace('L,600,E', 'L,600,X')
      .replace('B,E=7|L=7,3000,0,5,1,1,1', 'B,E=7|L=x,3000,0,5,1,1,1')
      .replace('A,0,E,2', 'A,9,E,2')
      .replace('0,E,1,100,1', '0,E,1,100')
    expect(faults(text)).toEqual([
      '7: no shift "X" in SECTION_SHIFTS',
      '11: the maximum of shift "L" must be a whole number, not "x"',
      '16: day 9 is outside the horizon of 7 days (0 to 6)',
      '20: SECTION_COVER wants 5 fields, here are 4',
    ])
  })

  it('says which sections are missing, unknown or repeated in their entries', () => {
    expect(faults('SECTION_HORIZON\n7\nSECTION_PEOPLE\nA\n')).toEqual([
      '0: the section SECTION_SHIFTS is missing',
      '0: the section SECTION_STAFF is missing',
      '0: the section SECTION_COVER is missing',
      expect.stringContaining('3: unknown section "SECTION_PEOPLE"'),
      expect.stringContaining('4: '),
    ])
  })
})

describe('writeCurtois', () => {
  it('gives back days and types, by day and employee', () => {
    const reading = readCurtois(smallCurtois)
    if (reading.kind === 'unusable') throw new Error('unusable')
    const assignments = [
      { employee: 'B', shift: '3-L' },
      { employee: 'B', shift: '0-E' },
      { employee: 'A', shift: '0-E' },
    ]
    expect(writeCurtois(reading.problem, { assignments }, 12)).toEqual({
      cost: 12,
      assignments: [
        { employee: 'A', day: 0, shift: 'E' },
        { employee: 'B', day: 0, shift: 'E' },
        { employee: 'B', day: 3, shift: 'L' },
      ],
    })
  })
})
