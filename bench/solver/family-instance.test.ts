import { describe, expect, it } from 'vitest'
import { readCurtois } from '../../solver/formats/curtois.ts'
import { validateProblem } from '../../solver/index.ts'
import { familyInstance } from './family-instance.ts'

const sizes = [
  { people: 8, weeks: 2, types: 1, seed: 1 },
  { people: 36, weeks: 4, types: 2, seed: 2 },
  { people: 120, weeks: 4, types: 18, seed: 3 },
  { people: 40, weeks: 12, types: 5, seed: 4 },
  { people: 20, weeks: 52, types: 32, seed: 5 },
]

describe('a generated instance of the benchmark family', () => {
  it('is read as a valid problem of the size that was asked for', () => {
    for (const size of sizes) {
      const reading = readCurtois(familyInstance(size), 'generated')
      if (reading.kind === 'unusable') throw new Error(JSON.stringify(reading.errors.slice(0, 3)))
      const { problem } = reading
      expect(validateProblem(problem)).toEqual([])
      expect([problem.employees.length, problem.period.days]).toEqual([size.people, size.weeks * 7])
      expect(problem.shifts).toHaveLength(size.weeks * 7 * size.types)
    }
  })

  it('is the same for the same seed, and another for another', () => {
    const size = sizes[1]!
    expect(familyInstance(size)).toBe(familyInstance({ ...size }))
    expect(familyInstance(size)).not.toBe(familyInstance({ ...size, seed: 9 }))
  })

  it('wishes nothing of people on leave, and only types they may work', () => {
    const lines = familyInstance(sizes[3]!).split('\n')
    const section = (name: string) => {
      const from = lines.indexOf(name) + 1
      return lines.slice(from, lines.indexOf('', from)).map((line) => line.split(','))
    }
    const leave = new Map(section('SECTION_DAYS_OFF').map(([id, ...days]) => [id, new Set(days)]))
    const barred = new Map(
      section('SECTION_STAFF').map(([id, maxima]) => [
        id,
        maxima!.split('|').flatMap((one) => (one.endsWith('=0') ? [one.split('=')[0]] : [])),
      ]),
    )
    const wishes = [...section('SECTION_SHIFT_ON_REQUESTS'), ...section('SECTION_SHIFT_OFF_REQUESTS')]
    expect(wishes.length).toBeGreaterThan(100)
    for (const [id, day, type] of wishes) {
      expect(leave.get(id)!.has(day!)).toBe(false)
      expect(barred.get(id)).not.toContain(type)
    }
  })
})
