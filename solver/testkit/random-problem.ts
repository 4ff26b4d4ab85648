// Random small problems for property tests: nights, split days, two zones, both changes of the clock, history, dated
// contracts, and any rule with any values. Everything comes from a seed.
import type { Employee, Problem, Roster, RuleSetting, Shift } from '../model/problem.ts'
import { dayMinutes, formatDate, formatInstant, parseDate, ZoneClock } from '../model/time.ts'
import { registry } from '../rules/registry.ts'
import { Random } from '../search/random.ts'
import { extraParams, withExtras } from './random-extras.ts'

const starts = ['2026-03-23', '2026-03-26', '2026-10-20', '2026-12-26', '2028-02-25', '2026-06-03']
const zones = [
  ['Europe/Berlin', 'Europe/Lisbon'],
  ['Africa/Johannesburg', 'Africa/Johannesburg'],
  ['America/New_York', 'America/New_York'],
] as const
/** Local start and length in minutes. */
const shapes = [
  { id: 'early', start: 360, length: 480, tags: ['day'] },
  { id: 'late', start: 840, length: 480, tags: [] },
  { id: 'night', start: 1320, length: 480, tags: ['night'] },
  { id: 'short', start: 480, length: 180, tags: ['day', 'part'] },
  { id: 'evening', start: 1020, length: 240, tags: ['part'] },
  { id: 'long', start: 420, length: 1440, tags: [] },
]

/** Assignments at random, legal or not. */
export function randomRoster(problem: Problem, seed: number, percent: number): Roster {
  const random = new Random(seed)
  const assignments = problem.employees.flatMap((employee) =>
    problem.shifts
      .filter(() => random.below(100) < percent)
      .map((shift) => ({ employee: employee.id, shift: shift.id })),
  )
  return { assignments }
}

export interface RandomProblemOptions {
  /** A rule that must be in force. */
  rule?: string
  employeesMax?: number
  daysMax?: number
}

export function randomProblem(seed: number, options: RandomProblemOptions = {}): Problem {
  const random = new Random(seed)
  const chance = (percent: number) => random.below(100) < percent
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!
  const [zone, otherZone] = pick(zones)
  const start = pick(starts)
  const days = 3 + random.below(Math.max(1, (options.daysMax ?? 16) - 2))
  const firstDay = parseDate(start)!
  const clock = new ZoneClock(zone, (firstDay - 60) * dayMinutes, (firstDay + days + 5) * dayMinutes)
  const at = (day: number, minute: number) => formatInstant(clock.toInstant((firstDay + day) * dayMinutes + minute))
  const endOf = (instant: string, length: number) => formatInstant(Date.parse(instant) / 60_000 + length)
  const favourite = options.rule === 'max-consecutive-nights' ? shapes[2]! : pick(shapes)
  const shifts: Shift[] = []
  for (let day = 0; day < days; day++)
    for (let n = random.below(4); n > 0; n--) {
      const shape = chance(50) ? favourite : pick(shapes)
      const begin = at(day, shape.start + (chance(20) ? 60 : 0))
      const min = random.below(3)
      shifts.push({
        id: `s${shifts.length}`,
        site: pick(['a', 'a', 'b']),
        start: begin,
        end: endOf(begin, shape.length),
        heads: {
          min,
          ...(chance(30) ? { target: min + random.below(2) } : {}),
          ...(chance(30) ? { max: min + 1 } : {}),
        },
        ...(chance(80) ? { type: shape.id } : {}),
        ...(chance(30) ? { paidMinutes: shape.length - 30 } : chance(30) ? { breakMinutes: 30 } : {}),
        ...(chance(30) ? { priority: 1 + random.below(5) } : {}),
        ...(chance(30) ? { underWeight: random.below(20), overWeight: random.below(5) } : {}),
        ...(chance(20) ? { tags: ['night'] } : {}),
        ...(chance(40)
          ? {
              skills: {
                allOf: chance(60) ? [{ skill: 'x', levelMin: 1 + random.below(3) }] : [],
                anyOf: chance(50) ? [{ skill: 'y' }, { skill: 'z' }] : [],
              },
            }
          : {}),
      })
    }
  if (shifts.length === 0) {
    const begin = at(0, 480)
    shifts.push({ id: 's0', site: 'a', start: begin, end: endOf(begin, 480), heads: { min: 1 }, type: 'early' })
  }
  const rules = randomRules(random, options.rule)
  const contracts = ['c1', 'c2', 'c3'].map((id) => ({ id, name: id, rules: randomRules(random, options.rule, 25) }))
  const employees = Array.from({ length: 1 + random.below(options.employeesMax ?? 5) }, (_, index): Employee => {
    const dateIn = () => formatDate(firstDay + random.below(days))
    const border = 1 + random.below(days)
    const span = () => {
      const from = random.below(days)
      const wholeDays = chance(50)
      const begin = at(from, wholeDays ? 0 : random.below(1440))
      return {
        kind: pick(['unavailable', 'time-off'] as const),
        start: begin,
        end: wholeDays ? at(from + 1 + random.below(3), 0) : endOf(begin, 60 + random.below(2000)),
      }
    }
    return {
      id: `e${index}`,
      name: `Person ${index}`,
      skills: ['x', 'y', 'z']
        .filter(() => chance(60))
        .map((skill) => ({
          skill,
          level: 1 + random.below(4),
          ...(chance(30) ? { until: dateIn() } : {}),
          ...(chance(20) ? { from: start } : {}),
        })),
      ...(chance(60)
        ? {
            contracts: chance(50)
              ? [{ contract: pick(['c1', 'c2']) }]
              : [
                  { contract: 'c1', until: formatDate(firstDay + border - 1) },
                  { contract: 'c3', from: formatDate(firstDay + border) },
                ],
          }
        : {}),
      ...(chance(40) ? { sharePercent: 10 + random.below(91) } : {}),
      ...(chance(40) ? { unavailable: [span(), span()] } : {}),
      ...(chance(60)
        ? {
            requests: Array.from({ length: 1 + random.below(3) }, () => ({
              kind: pick(['on', 'off'] as const),
              weight: 1 + random.below(9),
              ...(chance(40)
                ? { shift: pick(shifts).id }
                : { day: dateIn(), ...(chance(50) ? { type: pick(shapes).id } : {}) }),
            })),
          }
        : {}),
      ...(chance(40)
        ? {
            preferences: Array.from({ length: 1 + random.below(2) }, () => ({
              kind: pick(['preferred', 'unpreferred'] as const),
              ...(chance(50) ? { weekdays: [1 + random.below(7), 7] } : {}),
              ...(chance(70) ? { from: pick(['06:00', '20:00', '02:30']), to: pick(['14:00', '03:00', '20:00']) } : {}),
            })),
          }
        : {}),
      ...(chance(20) ? { sites: ['a'] } : {}),
      ...(chance(60) ? { rateMinor: 1000 + random.below(5000) } : {}),
      ...(chance(60)
        ? {
            history: {
              ...(chance(80) ? { shifts: randomPast(random, at, endOf) } : {}),
              ...(chance(50) ? { fairMinutesCarried: random.below(2000) - 1000 } : {}),
            },
          }
        : {}),
    }
  })
  const problem: Problem = {
    format: 'muster-problem/1',
    name: `random ${seed}`,
    period: { start, days, weekStart: 1 + random.below(7), zone },
    sites: [
      { id: 'a', name: 'A', zone },
      { id: 'b', name: 'B', zone: otherZone },
    ],
    skills: ['x', 'y', 'z'].map((id) => ({ id, name: id })),
    shiftTypes: shapes.map(({ id, tags }, at) => ({ id, name: id, tags, ...(at % 2 === 1 && { premiumPercent: 17 }) })),
    contracts,
    employees,
    shifts,
    rules,
    ...(chance(30) ? { pins: [{ employee: employees[0]!.id, shift: pick(shifts).id }] } : {}),
  }
  return withExtras(problem, random)
}

function randomPast(
  random: Random,
  at: (day: number, minute: number) => string,
  endOf: (instant: string, length: number) => string,
) {
  const past = []
  for (let day = -1 - random.below(12); day < 0; day++) {
    if (random.below(3) === 0) continue
    const shape = shapes[random.below(5)]!
    const start = at(day, shape.start)
    past.push({ start, end: endOf(start, shape.length), paidMinutes: shape.length, site: 'a', type: shape.id })
  }
  return past
}

/** Settings of random rules; the wanted one always, except in contracts (`percent`), where any may be missing. */
function randomRules(random: Random, wanted: string | undefined, percent = 35): RuleSetting[] {
  return registry.flatMap(({ id }) => {
    const isWanted = id === wanted && (percent === 35 || random.below(2) === 0)
    if (!isWanted && random.below(100) >= percent) return []
    const times = random.below(4) === 0 ? 2 : 1
    return Array.from({ length: times }, () => randomSetting(random, id))
  })
}

/** Tiers that may stand beside each other: higher ones of a period pay more. */
function randomOvertime(random: Random): Record<string, unknown>[] {
  return (['day', 'week'] as const).flatMap((period) =>
    Array.from({ length: random.below(3) }, (_, index) => ({
      period,
      overMinutes: (period === 'day' ? 180 : 600) * (index + 1) + random.below(120),
      percent: 125 + 50 * index + random.below(20),
    })),
  )
}

function randomSetting(random: Random, rule: string): RuleSetting {
  const below = (count: number) => random.below(count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const window = () =>
    below(2) === 0 ? { period: 'rolling', days: 1 + below(9) } : { period: pick(['day', 'week', 'month', 'roster']) }
  const night = pick([{}, { tag: 'night' }, { from: '18:00', to: '06:00' }])
  const params: Record<string, () => Record<string, unknown>> = {
    'no-overlap': () => ({ travelMinutes: pick([0, 30, 600]) }),
    'min-rest': () => ({
      minutes: pick([0, 480, 660, 2000]),
      splitShiftAllowed: below(3) === 0,
      ...(below(2) === 0 ? { afterNightMinutes: pick([600, 1500]), nightTag: pick(['night', 'part']) } : {}),
    }),
    'max-shifts-per-day': () => ({ shifts: 1 + below(2) }),
    'max-minutes': () => ({ ...window(), minutes: below(3000) }),
    'min-minutes': () => ({ ...window(), minutes: below(3000) }),
    'max-consecutive-days': () => ({ days: 1 + below(5) }),
    'min-consecutive-days': () => ({ days: 1 + below(4), borders: pick(['open', 'closed']) }),
    'min-consecutive-days-off': () => ({ days: 1 + below(4), borders: pick(['open', 'closed']) }),
    'max-weekends': () => ({
      weekends: below(3),
      period: pick(['roster', 'month']),
      weekdays: pick([[6, 7], [5, 6, 7], [7]]),
    }),
    succession: () => ({
      forbidden: Array.from({ length: 1 + below(12) }, () => [pick(shapes).id, pick(shapes).id]),
    }),
    'max-shifts-of-type': () => ({
      limits: Array.from({ length: 1 + below(3) }, () => ({
        ...window(),
        max: below(4),
        counts: pick(['shifts', 'days']),
        ...pick([{}, { type: pick(shapes).id }, { tag: pick(['night', 'day', 'part']) }]),
      })),
    }),
    'max-consecutive-nights': () => ({ nights: 1 + below(3), ...night }),
    'contract-minutes': () => ({
      period: pick(['week', 'month', 'roster']),
      minutes: below(4000),
      toleranceMinutes: pick([0, 120]),
    }),
    'fair-minutes': () => ({ measure: pick(['squared', 'spread']) }),
    'labour-cost': () => ({
      sundayPercent: pick([100, 150]),
      nightMinorPerHour: pick([0, 777]),
      nightFrom: '20:00',
      nightTo: '02:30',
      ...pick([{}, { saturdayPercent: 125, holidayPercent: 200, nightPercent: 25 }]),
      ...pick([{}, { overtime: randomOvertime(random) }]),
    }),
  }
  const shapeIds = shapes.map(({ id }) => id)
  const chosen = params[rule]?.() ?? extraParams(rule, shapeIds, random)
  return {
    rule,
    ...(below(2) === 0 ? { level: pick(['hard', 'medium', 'soft', 'off'] as const) } : {}),
    ...(below(2) === 0 ? { weight: 1 + below(7) } : {}),
    ...(chosen ? { params: chosen } : {}),
  }
}
