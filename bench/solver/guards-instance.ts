// A guards problem like the published ones, from a seed: the proportions of roles, grades, certificates, rates and
// unavailable days are theirs. Nothing makes sure that every head can be covered: of small crews not all can.
import type { Guard, GuardShift, GuardsProblem } from '../../solver/formats/guards-text.ts'
import { Random } from '../../solver/search/random.ts'

export interface GuardsSize {
  people: number
  sites: number
  /** Every site is guarded on so many days, by a day and a night shift. */
  days: number
  seed: number
}

const firstDay = Date.UTC(2025, 10, 3)
const supervisorPart = 0.05
const armedPart = 0.3
const grades = { supervisor: ['A', 'B', 'C'], armed: ['B', 'C', 'D'], unarmed: ['C', 'D', 'E'] } as const

const dateOf = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10)

/** Same size and seed, same problem. */
export function guardsInstance({ people, sites, days, seed }: GuardsSize): GuardsProblem {
  const random = new Random(seed)
  return {
    name: `guards-${people}x${2 * sites * days}-${seed}`,
    timeZone: 'Africa/Johannesburg',
    restMinutesMin: 480,
    daysInAnySevenMax: 6,
    nightsInARowMax: 3,
    sundayPercent: 150,
    nightCentsPerHour: 2000,
    fairnessCentsPerMinute: 50,
    employees: Array.from({ length: people }, (_, index) => guardOf(index, people, days, random)),
    shifts: shiftsOf(sites, days),
  }
}

function guardOf(index: number, people: number, days: number, random: Random): Guard {
  const supervisors = Math.max(1, Math.round(people * supervisorPart))
  const armed = Math.round(people * armedPart)
  const role = index < supervisors ? 'supervisor' : index < supervisors + armed ? 'armed' : 'unarmed'
  const grade = grades[role][random.below(3)]!
  const rateMost = grade === 'E' ? 6000 : 11_950
  const isExpiring = random.below(4) === 0
  const away = random.below(Math.ceil(days / 7) + 1)
  return {
    id: `g${String(index + 1).padStart(3, '0')}`,
    role,
    grade,
    firearms: role === 'armed' || (role === 'supervisor' && random.below(3) === 0) ? ['handgun'] : [],
    certifiedUntil: isExpiring ? dateOf(Math.floor(days / 2) - 1) : '2026-12-31',
    rateCents: 3500 + 50 * random.below((rateMost - 3500) / 50),
    weekMinutesMax: 2880,
    unavailable: [...new Set(Array.from({ length: away }, () => dateOf(random.below(days))))].sort(),
  }
}

/** Three sites in ten need armed guards; every second one a grade above the lowest. */
function shiftsOf(sites: number, days: number): GuardShift[] {
  const shifts: GuardShift[] = []
  for (let day = 0; day < days; day++)
    for (let site = 0; site < sites; site++)
      for (const isNight of [false, true]) {
        const isArmed = site % 10 < 3
        shifts.push({
          id: `s${String(shifts.length + 1).padStart(4, '0')}`,
          site: `site${String(site + 1).padStart(2, '0')}`,
          start: `${dateOf(day)}T${isNight ? '18' : '06'}:00`,
          end: `${dateOf(isNight ? day + 1 : day)}T${isNight ? '06' : '18'}:00`,
          paidMinutes: 660,
          heads: 1,
          role: isArmed ? 'armed' : 'unarmed',
          gradeMin: site % 2 === 0 ? 'E' : 'D',
          firearm: isArmed ? 'handgun' : null,
        })
      }
  return shifts
}
