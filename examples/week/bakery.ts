// The organisation whose week is played: a bakery with two shops. Names and numbers only; what is done with them stands beside.

export const organisation = { name: 'Lindenhof Bakery', zone: 'Europe/Berlin', weekStart: 1, country: 'DE' }

export const skills = [
  { code: 'baking', name: 'Baking' },
  { code: 'sales', name: 'Sales' },
] as const
export type SkillCode = (typeof skills)[number]['code']

/** Shared by all contracts beside the law's values. */
const rules = [
  { rule: 'max-shifts-per-day', params: { shifts: 1 } },
  { rule: 'max-consecutive-days', params: { days: 6 } },
  { rule: 'contract-minutes', params: { period: 'roster', minutes: 2310 } },
]
export const contract = { code: 'full', name: '38.5 hours a week', presetId: 'germany', rules }

export const sites = [
  { code: 'mill', name: 'Mill Street', zone: organisation.zone, latitude: 52.52, longitude: 13.405 },
  { code: 'station', name: 'Station', zone: organisation.zone, latitude: 52.525, longitude: 13.369 },
] as const
export type SiteCode = (typeof sites)[number]['code']

export const shiftTypes = [
  { code: 'bake', name: 'Bakehouse', startTime: '04:00', durationMinutes: 480, premiumPercent: 25, skill: 'baking' },
  { code: 'early', name: 'Early', startTime: '06:00', durationMinutes: 480, premiumPercent: 0, skill: 'sales' },
  { code: 'late', name: 'Late', startTime: '13:00', durationMinutes: 450, premiumPercent: 0, skill: 'sales' },
] as const
export type ShiftCode = (typeof shiftTypes)[number]['code']

/** Heads by site and shift type, from Monday to Friday and on the weekend. */
export const wanted: readonly { site: SiteCode; shift: ShiftCode; weekday: number; weekend: number }[] = [
  { site: 'mill', shift: 'bake', weekday: 2, weekend: 1 },
  { site: 'mill', shift: 'early', weekday: 2, weekend: 2 },
  { site: 'mill', shift: 'late', weekday: 1, weekend: 1 },
  { site: 'station', shift: 'early', weekday: 1, weekend: 1 },
  { site: 'station', shift: 'late', weekday: 2, weekend: 1 },
]
/** One day on which more is wanted than on others of its kind. */
export const marketDay = { site: 'mill', shift: 'early', heads: 3 } as const

/** Pay is in cents an hour. */
interface Person {
  number: string
  name: string
  skills: readonly SkillCode[]
  sharePercent: number
  rateMinor: number
}

const person = (
  number: string,
  name: string,
  held: readonly SkillCode[],
  sharePercent: number,
  rateMinor: number,
): Person => ({
  number,
  name,
  skills: held,
  sharePercent,
  rateMinor,
})
export const people: readonly Person[] = [
  person('101', 'Anna Becker', ['baking'], 100, 1950),
  person('102', 'Bruno Klein', ['baking'], 100, 1900),
  person('103', 'Clara Vogt', ['baking', 'sales'], 100, 1850),
  person('104', 'Deniz Kaya', ['baking', 'sales'], 80, 1800),
  person('105', 'Emil Sommer', ['sales'], 100, 1600),
  person('106', 'Fatma Yilmaz', ['sales'], 100, 1600),
  person('107', 'Greta Lang', ['sales'], 100, 1580),
  person('108', 'Hanno Petersen', ['sales'], 100, 1580),
  person('109', 'Ines Duarte', ['sales'], 100, 1560),
  person('110', 'Jonas Weiss', ['sales'], 80, 1560),
  person('111', 'Kim Nguyen', ['sales'], 80, 1540),
  person('112', 'Lea Hoffmann', ['sales'], 50, 1540),
  person('113', 'Marek Nowak', ['sales'], 50, 1520),
  person('114', 'Nora Albers', ['baking', 'sales'], 50, 1750),
]
