// The guards' cost and hard rules, recomputed here from the JSON alone, against the engine's score.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRoster } from '../judge/score-roster.ts'
import { smallGuards } from './fixtures.ts'
import { readGuards } from './guards.ts'

type Guard = (typeof smallGuards.employees)[number]
type Work = (typeof smallGuards.shifts)[number]
type Assigned = { employee: string; shift: string }

const at = (local: string) => Date.parse(`${local}:00Z`) / 60_000
const dayOf = (minutes: number) => Math.floor(minutes / 1440)
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const isNightHour = (minutes: number) => Math.floor((minutes % 1440) / 60) >= 18 || minutes % 1440 < 360
const isSunday = (shift: Work) => (dayOf(at(shift.start)) + 4) % 7 === 0

const pay = (guard: Guard, shift: Work) => {
  let night = 0
  for (let minute = at(shift.start); minute < at(shift.end); minute++) night += isNightHour(minute) ? 1 : 0
  const percent = isSunday(shift) ? smallGuards.sundayPercent : 100
  return (
    Math.floor((guard.rateCents * shift.paidMinutes * percent) / 6000) +
    Math.floor((smallGuards.nightCentsPerHour * night) / 60)
  )
}

const isFit = (guard: Guard, shift: Work) => {
  const last = dayOf(at(shift.end) - 1)
  const days = Array.from({ length: last - dayOf(at(shift.start)) + 1 }, (_, index) => dateOf(last - index))
  return (
    !(shift.role === 'armed' && guard.role === 'unarmed') &&
    'EDCBA'.indexOf(guard.grade) >= 'EDCBA'.indexOf(shift.gradeMin) &&
    (shift.firearm === null || (guard.firearms as string[]).includes(shift.firearm)) &&
    guard.certifiedUntil >= dateOf(last) &&
    !days.some((day) => guard.unavailable.includes(day))
  )
}

const check = (assignments: readonly Assigned[]) => {
  const of = (id: string) =>
    smallGuards.shifts
      .filter((shift) => assignments.some((a) => a.employee === id && a.shift === shift.id))
      .sort((a, b) => at(a.start) - at(b.start))
  const heads = (shift: Work) => assignments.filter((a) => a.shift === shift.id).length
  const minutes = smallGuards.employees.map((guard) => of(guard.id).reduce((sum, shift) => sum + shift.paidMinutes, 0))
  const spread = Math.max(...minutes) - Math.min(...minutes)
  const isFeasible = smallGuards.employees.every((guard) => {
    const mine = of(guard.id)
    const days = [...new Set(mine.map((shift) => dayOf(at(shift.start))))]
    const nights = [
      ...new Set(mine.filter((shift) => isNightHour(at(shift.start))).map((shift) => dayOf(at(shift.start)))),
    ]
    const weeks = new Map<number, number>()
    for (const shift of mine) {
      const week = Math.floor((dayOf(at(shift.start)) + 3) / 7)
      weeks.set(week, (weeks.get(week) ?? 0) + shift.paidMinutes)
    }
    return (
      mine.every((shift) => isFit(guard, shift)) &&
      mine.every(
        (shift, index) => index === 0 || at(shift.start) - at(mine[index - 1]!.end) >= smallGuards.restMinutesMin,
      ) &&
      [...weeks.values()].every((sum) => sum <= guard.weekMinutesMax) &&
      days.every(
        (day) => days.filter((other) => other >= day && other < day + 7).length <= smallGuards.daysInAnySevenMax,
      ) &&
      nights.every((night) => !nights.includes(night + 1))
    )
  })
  return {
    cost:
      smallGuards.employees.reduce(
        (sum, guard) => sum + of(guard.id).reduce((cents, shift) => cents + pay(guard, shift), 0),
        0,
      ) +
      spread * smallGuards.fairnessCentsPerMinute,
    uncovered: smallGuards.shifts.reduce((sum, shift) => sum + Math.max(0, shift.heads - heads(shift)), 0),
    isFeasible: isFeasible && smallGuards.shifts.every((shift) => heads(shift) <= shift.heads),
  }
}

const everyPair = smallGuards.employees.flatMap(({ id }) =>
  smallGuards.shifts.map((shift) => ({ employee: id, shift: shift.id })),
)

describe('readGuards', () => {
  it('scores any roster as the benchmark does: hard 0 when feasible, medium uncovered heads, soft cents', () => {
    const reading = readGuards(JSON.stringify(smallGuards))
    if (reading.kind === 'unusable') throw new Error('unusable')
    let feasible = 0
    fc.assert(
      fc.property(fc.subarray(everyPair, { maxLength: 6 }), (assignments) => {
        const expected = check(assignments)
        const { hard, medium, soft } = scoreRoster(reading.problem, { assignments }).score
        expect([soft, medium, hard === 0]).toEqual([expected.cost, expected.uncovered, expected.isFeasible])
        feasible += hard === 0 ? 1 : 0
      }),
      { numRuns: 600, seed: 11 },
    )
    expect(feasible).toBeGreaterThan(20)
    expect(feasible).toBeLessThan(580)
  })
})
