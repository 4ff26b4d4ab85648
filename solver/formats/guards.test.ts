import { describe, expect, it } from 'vitest'
import { smallGuards } from './fixtures.ts'
import { readGuards, writeGuards } from './guards.ts'

const read = (value: unknown) => readGuards(JSON.stringify(value, null, 1))

describe('readGuards', () => {
  it('turns roles, grades, firearms and certificates into skills that say the same', () => {
    const reading = read(smallGuards)
    if (reading.kind === 'unusable') throw new Error(JSON.stringify(reading.errors))
    const { problem } = reading
    expect(problem.period).toEqual({ start: '2025-11-08', days: 3, weekStart: 1, zone: 'Africa/Johannesburg' })
    expect(problem.employees[0]).toMatchObject({
      rateMinor: 5300,
      skills: [
        { skill: 'grade', level: 3 },
        { skill: 'certificate', until: '2025-11-09' },
        { skill: 'armed' },
        { skill: 'firearm:handgun' },
      ],
      unavailable: [{ kind: 'unavailable', start: '2025-11-10T00:00+02:00', end: '2025-11-11T00:00+02:00' }],
    })
    expect(problem.shifts[0]).toMatchObject({
      type: 'night',
      start: '2025-11-08T18:00+02:00',
      end: '2025-11-09T06:00+02:00',
      heads: { min: 1, max: 1 },
      skills: {
        allOf: [
          { skill: 'certificate' },
          { skill: 'grade', levelMin: 2 },
          { skill: 'armed' },
          { skill: 'firearm:handgun' },
        ],
      },
    })
  })

  it('names the line of every wrong value', () => {
    const wrong = structuredClone(smallGuards) as {
      employees: Record<string, unknown>[]
      shifts: Record<string, unknown>[]
    }
    wrong.employees[1] = { ...wrong.employees[1], grade: 'F' }
    wrong.shifts[1] = { ...wrong.shifts[1], end: '2025-11-09' }
    const reading = read(wrong)
    const lines = JSON.stringify(wrong, null, 1).split('\n')
    const at = (text: string) => lines.findIndex((line) => line.includes(text)) + 1
    expect(reading).toMatchObject({
      kind: 'unusable',
      errors: [
        { line: at('"grade": "F"'), reason: 'grade must be one of E, D, C, B, A, not "F"' },
        { line: at('"end": "2025-11-09"'), reason: expect.stringContaining('must be a local time') },
      ],
    })
  })

  it('refuses ids that stand there twice and text that is no problem', () => {
    const twice = { ...smallGuards, employees: [smallGuards.employees[0], smallGuards.employees[0]] }
    expect(read(twice)).toMatchObject({ kind: 'unusable', errors: [{ reason: 'the id "g1" stands there twice' }] })
    expect(readGuards('[1]')).toMatchObject({ kind: 'unusable', errors: [{ line: 1 }] })
  })
})

describe('writeGuards', () => {
  it('lists assignments by shift, then employee', () => {
    const assignments = [
      { employee: 'g2', shift: 's2' },
      { employee: 'g2', shift: 's1' },
      { employee: 'g1', shift: 's2' },
    ]
    expect(writeGuards({ assignments }).assignments).toEqual([assignments[1], assignments[2], assignments[0]])
  })
})
