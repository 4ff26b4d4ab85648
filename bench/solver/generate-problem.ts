// Problems of any size from a seed: wards with early, late and night shifts, skills, contracts, leave, wishes, and every
// kind of rule a hospital or a security company would switch on.
import type { Employee, Problem, RuleSetting, Shift } from '../../solver/model/problem.ts'
import { formatDate, formatInstant, parseDate } from '../../solver/model/time.ts'
import { Random } from '../../solver/search/random.ts'

export interface ProblemSize {
  shifts: number
  people: number
  weeks: number
  seed: number
}

const firstDay = parseDate('2026-03-02')!
const peoplePerSite = 30
const skills = ['nurse', 'lead', 'ward', 'theatre']
const types = [
  { id: 'early', startMinutes: 360, lengthMinutes: 480, tags: ['day'] },
  { id: 'late', startMinutes: 840, lengthMinutes: 480, tags: ['day'] },
  { id: 'night', startMinutes: 1320, lengthMinutes: 480, tags: ['night'] },
]

/** A valid problem with exactly so many shifts and people; heads are wanted for about three quarters of the hours under contract. */
export function generateProblem(size: ProblemSize): Problem {
  const random = new Random(size.seed)
  const days = size.weeks * 7
  const siteCount = Math.max(1, Math.round(size.people / peoplePerSite))
  const sites = Array.from({ length: siteCount }, (_, index) => ({
    id: `site${index}`,
    name: `Site ${index}`,
    zone: 'UTC',
  }))
  return {
    format: 'muster-problem/1',
    name: `generated-${size.shifts}x${size.people}-${size.seed}`,
    period: { start: formatDate(firstDay), days, weekStart: 1, zone: 'UTC' },
    sites,
    skills: skills.map((id) => ({ id, name: id })),
    shiftTypes: types.map(({ id, tags }) => ({ id, name: id, tags })),
    contracts: [
      { id: 'full', name: 'Full time', rules: contractRules(38, 5) },
      { id: 'part', name: 'Part time', rules: contractRules(20, 3) },
    ],
    employees: Array.from({ length: size.people }, (_, index) => personOf(index, siteCount, days, random)),
    shifts: shiftsOf(size, siteCount, days, random),
    rules,
  }
}

const rules: RuleSetting[] = [
  { rule: 'required-skill' },
  { rule: 'no-overlap' },
  { rule: 'unavailable' },
  { rule: 'min-rest', params: { minutes: 660 } },
  { rule: 'max-shifts-per-day', params: { shifts: 1 } },
  {
    rule: 'succession',
    params: {
      forbidden: [
        ['late', 'early'],
        ['night', 'early'],
        ['night', 'late'],
      ],
    },
  },
  { rule: 'max-consecutive-days', params: { days: 6 } },
  { rule: 'max-consecutive-nights', params: { nights: 4 } },
  { rule: 'max-weekends', params: { weekends: 3, period: 'roster' } },
  { rule: 'max-head-count' },
  { rule: 'site-eligibility' },
  { rule: 'min-consecutive-days-off', level: 'soft', weight: 30, params: { days: 2 } },
  { rule: 'target-cover', weight: 20 },
  { rule: 'over-cover', weight: 5 },
  { rule: 'request-on' },
  { rule: 'request-off' },
  { rule: 'preferred-time' },
  { rule: 'unpreferred-time' },
  { rule: 'fair-minutes', params: { measure: 'squared' } },
  { rule: 'labour-cost', params: { sundayPercent: 125, nightMinorPerHour: 400, nightFrom: '20:00', nightTo: '06:00' } },
]

const contractRules = (hours: number, shiftsAWeek: number): RuleSetting[] => [
  { rule: 'max-minutes', params: { period: 'week', minutes: (hours + 10) * 60 } },
  {
    rule: 'max-shifts-of-type',
    params: { limits: [{ period: 'rolling', days: 7, max: shiftsAWeek + 1, counts: 'days' }] },
  },
  { rule: 'contract-minutes', params: { period: 'roster', minutes: hours * 60, toleranceMinutes: 480 } },
]

function personOf(index: number, siteCount: number, days: number, random: Random): Employee {
  const chance = (percent: number) => random.below(100) < percent
  const dateOf = (day: number) => formatDate(firstDay + day)
  const home = index % siteCount
  const isPartTime = chance(25)
  const away = random.below(days)
  const at = (day: number) => `${dateOf(day)}T00:00Z`
  return {
    id: `p${String(index).padStart(5, '0')}`,
    name: `Person ${index}`,
    contracts: [{ contract: isPartTime ? 'part' : 'full' }],
    sharePercent: isPartTime ? 53 : 100,
    rateMinor: 1800 + 10 * random.below(200),
    skills: skills
      .filter((_, skill) => chance([85, 30, 70, 40][skill]!))
      .map((skill) => ({ skill, level: 1 + random.below(3) })),
    sites: [...new Set([home, random.below(siteCount)])].map((site) => `site${site}`),
    ...(chance(60) && {
      unavailable: [{ kind: 'time-off' as const, start: at(away), end: at(away + 1 + random.below(5)) }],
    }),
    requests: Array.from({ length: random.below(4) }, () => ({
      kind: chance(60) ? ('off' as const) : ('on' as const),
      weight: 10 * (1 + random.below(9)),
      day: dateOf(random.below(days)),
    })),
    ...(chance(40) && {
      preferences: [
        chance(50)
          ? { kind: 'unpreferred' as const, weekdays: [1 + random.below(7)] }
          : { kind: 'preferred' as const, from: '06:00', to: '15:00' },
      ],
    }),
  }
}

function shiftsOf(size: ProblemSize, siteCount: number, days: number, random: Random): Shift[] {
  const heads = Math.max(1, Math.min(6, Math.round((size.people * size.weeks * 3.2) / size.shifts)))
  return Array.from({ length: size.shifts }, (_, index): Shift => {
    const day = index % days
    const place = Math.floor(index / days)
    const type = types[place % types.length]!
    const start = (firstDay + day) * 1440 + type.startMinutes
    const min = Math.max(1, heads - random.below(2))
    return {
      id: `s${String(index).padStart(6, '0')}`,
      site: `site${Math.floor(place / types.length) % siteCount}`,
      type: type.id,
      start: formatInstant(start),
      end: formatInstant(start + type.lengthMinutes),
      breakMinutes: 30,
      heads: { min, target: min + random.below(2), max: min + 2 },
      priority: 1 + random.below(3),
      ...(random.below(100) < 50 && { skills: { allOf: [{ skill: skills[random.below(skills.length)]! }] } }),
    }
  })
}
