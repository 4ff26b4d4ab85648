// What random problems hold for the rules that need data of their own, and values for those rules' parameters.
import type { Problem, RuleSetting } from '../model/problem.ts'
import { formatDate, formatInstant, parseDate, parseInstant } from '../model/time.ts'

/** Seeded chance: whole numbers from 0 up to, not including, `count`. */
interface Chance {
  below(count: number): number
}

/** Adds bans, pairs, wishes of shifts, holidays, ways, demand curves, budgets and a published roster, each by chance. */
export function withExtras(problem: Problem, random: Chance): Problem {
  const below = (count: number) => random.below(count)
  const chance = (percent: number) => below(100) < percent
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const people = problem.employees.map(({ id }) => id)
  const some = () => people.filter(() => chance(35))
  const others = (id: string) => some().filter((other) => other !== id)
  const position = () => ({ latitude: below(12_000) / 100 - 60, longitude: below(36_000) / 100 - 180 })
  const firstDay = parseDate(problem.period.start)!
  const dateIn = () => formatDate(firstDay + below(problem.period.days))
  const carried = () => below(7) - 3
  const start = parseInstant(problem.shifts[0]!.start)!
  const employees = problem.employees.map((employee) => ({
    ...employee,
    ...(chance(30) ? { notWith: others(employee.id) } : {}),
    ...(chance(25) && people.length > 1 ? { onlyWith: [pick(people.filter((id) => id !== employee.id))] } : {}),
    ...(chance(50) ? { home: position() } : {}),
    ...(chance(50)
      ? {
          history: {
            ...employee.history,
            fairCarried: {
              nights: carried(),
              weekends: carried(),
              holidays: carried(),
              kinds: [
                { tag: 'night', shifts: carried() },
                { type: 'early', shifts: carried() },
              ],
            },
          },
        }
      : {}),
  }))
  const shifts = problem.shifts.map((shift) => ({
    ...shift,
    ...(chance(20) ? { prohibited: some() } : {}),
    ...(chance(20) ? { preferredEmployees: some() } : {}),
    ...(chance(20) ? { unpreferredEmployees: some() } : {}),
    ...(chance(20) ? { preferredSkills: [{ skill: pick(['x', 'y', 'z']), levelMin: 1 + below(3) }] } : {}),
    ...(chance(15)
      ? { optional: true, heads: { min: 0, target: 1 + below(2), ...(chance(50) ? { max: 2 } : {}) } }
      : {}),
  }))
  const sites = problem.sites.map((site) => ({
    ...site,
    ...(chance(60) ? { position: position() } : {}),
    ...(chance(15) ? { prohibited: some() } : {}),
  }))
  const travelTimes = () =>
    Array.from({ length: 1 + below(2) }, () => ({
      from: pick(['a', 'b']),
      to: pick(['a', 'b']),
      minutes: pick([0, 45, 500, 1440]),
    }))
  const curve = () => ({
    site: pick(problem.sites).id,
    ...(chance(50) ? { skill: { skill: pick(['x', 'y']), levelMin: 1 + below(3) } } : {}),
    start: formatInstant(start - below(600)),
    intervalMinutes: pick([15, 30, 60] as const),
    heads: Array.from({ length: 1 + below(60) }, () => below(3)),
  })
  const budget = () => ({
    minor: below(100_000),
    ...(chance(50) ? { site: pick(problem.sites).id } : {}),
    ...(chance(40) ? { from: dateIn() } : chance(40) ? { until: dateIn() } : {}),
  })
  const assignments = problem.employees.flatMap(({ id: employee }) =>
    problem.shifts.filter(() => chance(15)).map(({ id: shift }) => ({ employee, shift })),
  )
  return {
    ...problem,
    employees,
    shifts,
    sites,
    ...(chance(60) ? { holidays: [{ day: dateIn() }, { day: dateIn(), site: 'a' }] } : {}),
    ...(chance(40) ? { distances: [{ from: pick(['a', 'b']), to: pick(['a', 'b']), metres: below(90_000) }] } : {}),
    ...(chance(40) ? { travelTimes: travelTimes() } : {}),
    ...(chance(50) ? { demand: Array.from({ length: 1 + below(2) }, curve) } : {}),
    ...(chance(50) ? { budgets: Array.from({ length: 1 + below(3) }, budget) } : {}),
    ...(chance(50) ? { published: { at: formatInstant(start - below(3000)), assignments } } : {}),
  }
}

/** Random parameters of a rule with parameters; undefined where it has none, or where its own defaults serve. */
export function extraParams(rule: string, types: readonly string[], random: Chance): RuleSetting['params'] {
  const below = (count: number) => random.below(count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const night = () => pick([{}, { tag: 'night' }, { from: '18:00', to: '06:00' }])
  const kind = () => pick([{ type: pick(types) }, { type: 'early' }, { tag: pick(['night', 'day', 'part']) }, {}])
  const weekdays = () => pick([{}, { weekdays: [6, 7] }, { weekdays: [7, 5, 6] }, { weekdays: [7] }])
  const window = () =>
    below(2) === 0 ? { period: 'rolling', days: 1 + below(9) } : { period: pick(['day', 'week', 'month', 'roster']) }
  const few = <T>(make: () => T) => Array.from({ length: 1 + below(3) }, make)
  const params: Record<string, () => Record<string, unknown>> = {
    'min-shifts-of-type': () => ({
      limits: few(() => ({ ...window(), min: 1 + below(4), counts: pick(['shifts', 'days']), ...kind() })),
    }),
    'weekly-rest': () => ({
      minutes: pick([60, 1440, 2100, 4000, 9000]),
      ...pick([{}, { period: 'week' }, { period: 'rolling', days: 2 + below(10) }]),
    }),
    'complete-weekend': weekdays,
    'min-days-off-after-nights': () => ({ days: 1 + below(4), nightsMin: 1 + below(3), ...night() }),
    'short-turnaround': () => ({ minutes: pick([600, 900, 2000, 2880]) }),
    rotation: () => pick([{}, { backwardMinutes: below(200), forwardMinutes: below(400) }]),
    'compact-day': () => ({ freeMinutes: pick([0, 30, 200]) }),
    travel: () => ({ counts: pick(['all', 'home', 'between-sites']), freeMetres: pick([0, 50_000]) }),
    'break-required': () => ({
      breaks: few(() => ({ overMinutes: pick([0, 240, 360, 479, 480]), breakMinutes: 1 + below(60) })),
    }),
    disruption: () => ({
      size: below(4),
      ...pick([{}, { notices: few(() => ({ underMinutes: 1 + below(20_000), size: 1 + below(20) })) }]),
    }),
    'fair-nights': night,
    'fair-weekends': weekdays,
    'fair-shift-types': () => ({ kinds: few(kind) }),
  }
  return params[rule]?.()
}
