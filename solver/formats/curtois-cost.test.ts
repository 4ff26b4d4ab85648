// The benchmark's cost, recomputed here from the text alone, against the engine's score of the problem read from it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { readCurtois } from './curtois.ts'
import { smallCurtois } from './fixtures.ts'

type Lines = Record<string, (string | null)[]>

const fields = (name: string): string[][] => {
  const section = smallCurtois.split(`${name}\n`)[1]?.split('SECTION_')[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','))
}
const days = Number(fields('SECTION_HORIZON')[0]?.[0])
const shifts = fields('SECTION_SHIFTS').map(([id, minutes, after]) => ({
  id: id ?? '',
  minutes: Number(minutes),
  after: (after ?? '').split('|'),
}))
const staff = fields('SECTION_STAFF').map(([id, maxima, ...numbers]) => ({
  id: id ?? '',
  maxima: new Map(
    (maxima ?? '').split('|').map((part): [string, number] => [part.split('=')[0] ?? '', Number(part.split('=')[1])]),
  ),
  numbers: numbers.map(Number) as [number, number, number, number, number, number],
}))

const cost = (lines: Lines) => {
  let total = 0
  for (const [e = '', day, shift, weight] of fields('SECTION_SHIFT_ON_REQUESTS'))
    if (lines[e]?.[Number(day)] !== shift) total += Number(weight)
  for (const [e = '', day, shift, weight] of fields('SECTION_SHIFT_OFF_REQUESTS'))
    if (lines[e]?.[Number(day)] === shift) total += Number(weight)
  for (const [day, shift, need, under, over] of fields('SECTION_COVER')) {
    const worked = Object.values(lines).filter((line) => line[Number(day)] === shift).length
    total += Number(under) * Math.max(0, Number(need) - worked) + Number(over) * Math.max(0, worked - Number(need))
  }
  return total
}

const isFeasible = (lines: Lines) =>
  staff.every(({ id, maxima, numbers: [maxMinutes, minMinutes, maxRun, minRun, minOff, maxWeekends] }) => {
    const line = lines[id] ?? []
    const minutes = line.reduce((sum, type) => sum + (shifts.find((shift) => shift.id === type)?.minutes ?? 0), 0)
    const weekends = line[5] || line[6] ? 1 : 0
    const off = fields('SECTION_DAYS_OFF').filter(([e]) => e === id)
    const runs = [
      ...line
        .map((type) => (type ? 'w' : '-'))
        .join('')
        .matchAll(/w+|-+/g),
    ]
    const inside = (run: RegExpMatchArray) => run.index! > 0 && run.index! + run[0].length < days
    return (
      minutes >= minMinutes &&
      minutes <= maxMinutes &&
      weekends <= maxWeekends &&
      [...maxima].every(([type, max]) => line.filter((worked) => worked === type).length <= max) &&
      off.every(([, ...dates]) => dates.every((day) => !line[Number(day)])) &&
      line.every((type, day) => !shifts.find((shift) => shift.id === type)?.after.includes(line[day + 1] ?? 'none')) &&
      runs.every(
        (run) => !run[0].startsWith('w') || (run[0].length <= maxRun && (!inside(run) || run[0].length >= minRun)),
      ) &&
      runs.every((run) => !run[0].startsWith('-') || !inside(run) || run[0].length >= minOff)
    )
  })

const anyLines = fc.record(
  Object.fromEntries(
    staff.map(({ id }) => [
      id,
      fc.array(fc.constantFrom(null, null, ...shifts.map((shift) => shift.id)), { minLength: days, maxLength: days }),
    ]),
  ),
)

describe('readCurtois', () => {
  const reading = readCurtois(smallCurtois)
  if (reading.kind === 'unusable') throw new Error('unusable')
  const score = (lines: Lines) =>
    scoreRoster(reading.problem, {
      assignments: Object.entries(lines).flatMap(([employee, line]) =>
        line.flatMap((type, day) => (type ? [{ employee, shift: `${day}-${type}` }] : [])),
      ),
    }).score

  it("makes the soft score the benchmark's cost and hard 0 its feasibility, for any roster", () => {
    let feasible = 0
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { hard, medium, soft } = score(lines)
        expect([soft, medium, hard === 0]).toEqual([cost(lines), 0, isFeasible(lines)])
        feasible += hard === 0 ? 1 : 0
      }),
      { numRuns: 600, seed: 7 },
    )
    // Both sides of "hard is 0" were met; chance alone finds few feasible rosters.
    const known = {
      A: ['E', 'E', 'E', null, null, null, null],
      B: ['L', 'L', 'L', 'L', 'L', null, null],
      C: [null, 'L', 'L', null, null, null, null],
    }
    expect(isFeasible(known)).toBe(true)
    expect(score(known)).toEqual({ hard: 0, medium: 0, soft: cost(known) })
    expect(feasible).toBeLessThan(600)
  })
})
