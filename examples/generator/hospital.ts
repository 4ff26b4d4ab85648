// A veterinary hospital: four weeks over the change to summer time, 42 people, five skills, nights and weekends.
import { emailOf, inventNames } from './names.ts'
import { type Random, seededRandom } from './random.ts'
import { type ExampleFiles, toCsv } from './to-csv.ts'

const zone = 'Europe/Berlin'
const [start, end] = ['2027-03-01', '2027-03-28']
const march = (day: number) => `2027-03-${String(day).padStart(2, '0')}`

const settings = {
  name: 'Linden Veterinary Hospital, March 2027',
  zone,
  weekStart: 1,
  period: { start, days: 28 },
  rules: [
    { rule: 'min-rest', params: { minutes: 660 } },
    { rule: 'max-shifts-per-day', params: { shifts: 1 } },
    { rule: 'max-minutes', params: { period: 'week', minutes: 2880 } },
    { rule: 'max-consecutive-days', params: { days: 6 } },
    { rule: 'max-consecutive-nights', params: { nights: 4, tag: 'night' } },
    { rule: 'max-weekends', params: { weekends: 3 } },
    { rule: 'min-consecutive-days-off', level: 'soft', weight: 15, params: { days: 2 } },
    { rule: 'fair-minutes', weight: 1, params: { measure: 'squared' } },
    { rule: 'contract-minutes', weight: 1, params: { period: 'roster', minutes: 9600, toleranceMinutes: 480 } },
    { rule: 'request-on', weight: 40 },
    { rule: 'request-off', weight: 40 },
  ],
}

const skills = [
  { code: 'vet', name: 'Veterinarian' },
  { code: 'nurse', name: 'Veterinary nurse' },
  { code: 'surgery', name: 'Surgery' },
  { code: 'anaesthesia', name: 'Anaesthesia' },
  { code: 'imaging', name: 'Imaging (radiation protection)' },
]

const contracts = [
  { code: 'full', name: 'Full time, 40 hours', max_hours_per_week: 48, max_days_in_a_row: '' },
  { code: 'part', name: 'Part time', max_hours_per_week: 40, max_days_in_a_row: 5 },
  { code: 'days', name: 'Days only, no nights', max_hours_per_week: 40, max_days_in_a_row: 5 },
]
/** People who work days only: a limit of no shift with the tag, for which contracts.csv has no column. */
const contractRules = {
  days: [{ rule: 'max-shifts-of-type', params: { limits: [{ tag: 'night', period: 'roster', max: 0 }] } }],
}

const sites = [
  { code: 'main', name: 'Main hospital', zone, latitude: 52.4874, longitude: 13.4245 },
  { code: 'east', name: 'East clinic', zone, latitude: 52.5105, longitude: 13.4979 },
]

const shiftTypes = [
  ['VE', 'Vet early', '06:00', '14:00', 30, 'early', '#2f80ed', 'vet'],
  ['VL', 'Vet late', '14:00', '22:00', 30, 'late', '#c2570c', 'vet'],
  ['VN', 'Vet night', '22:00', '06:00', 30, 'night', '#34407a', 'vet'],
  ['NE', 'Nurse early', '06:00', '14:00', 30, 'early', '#4f9d69', 'nurse'],
  ['NL', 'Nurse late', '14:00', '22:00', 30, 'late', '#b0892b', 'nurse'],
  ['NN', 'Nurse night', '22:00', '06:00', 30, 'night', '#5b4bb7', 'nurse'],
  ['SD', 'Surgery', '08:00', '16:30', 30, 'day', '#b3261e', 'vet|surgery:2'],
  ['AD', 'Anaesthesia', '07:30', '16:00', 30, 'day', '#8a3ffc', 'nurse|anaesthesia'],
  ['ID', 'Imaging', '08:00', '16:30', 30, 'day', '#0b7285', 'imaging'],
  ['RE', 'Reception early', '07:00', '14:30', 30, 'early', '#6b7280', ''],
  ['RL', 'Reception late', '14:00', '20:30', 30, 'late', '#3f4652', ''],
].map(([code, name, from, to, break_minutes, tags, colour, needs]) => ({
  code,
  name,
  start: from,
  end: to,
  break_minutes,
  tags,
  colour,
  skills: needs,
}))

/** Heads by type, on weekdays and at weekends; imaging visits the East clinic on Thursdays. */
const heads = {
  main: {
    weekdays: { VE: 4, VL: 3, VN: 1, NE: 4, NL: 3, NN: 2, SD: 2, AD: 2, ID: 1, RE: 1, RL: 1 },
    weekend: { VE: 2, VL: 1, VN: 1, NE: 2, NL: 2, NN: 1, SD: 1, AD: 1, ID: 1, RE: 1 },
  },
  east: { weekdays: { VE: 1, NE: 1, NL: 1 }, thursdays: { ID: 1 } },
} as const

function demand(): object[] {
  const spans = { weekdays: 'mon|tue|wed|thu|fri', weekend: 'sat|sun', thursdays: 'thu' } as const
  const priority = (type: string) => (type.endsWith('N') ? 3 : type === 'SD' || type === 'AD' ? 2 : 1)
  return Object.entries(heads).flatMap(([site, spansOfSite]) =>
    Object.entries(spansOfSite).flatMap(([span, types]) =>
      Object.entries(types).map(([type, count]) => ({
        site,
        shift_type: type,
        day: start,
        until: end,
        weekdays: spans[span as keyof typeof spans],
        heads: count,
        target: type === 'NE' && site === 'main' ? count + 1 : '',
        max: type === 'NE' && site === 'main' ? count + 2 : count,
        priority: priority(type),
      })),
    ),
  )
}

type Role = 'vet' | 'nurse' | 'reception'
interface Person {
  number: string
  name: string
  role: Role
  contract: string
  share: number
  skills: string[]
}

const roles: readonly Role[] = [
  ...Array<Role>(16).fill('vet'),
  ...Array<Role>(21).fill('nurse'),
  ...Array<Role>(5).fill('reception'),
]

/** Few hold the special skills, and some of their certificates run out: that is what the month lacks. */
function inventPeople(random: Random): Person[] {
  return inventNames(random, roles.length, 'european').map((name, index) => {
    const role = roles[index] ?? 'nurse'
    const nurse = index - 16
    const special =
      role === 'vet'
        ? [
            `vet:${1 + random.below(5)}`,
            ...(index < 3
              ? [`surgery:${3 + random.below(2)}${index === 2 ? '@2022-03-15..2027-03-12' : ''}`]
              : index < 6
                ? ['surgery:1']
                : []),
          ]
        : role === 'nurse'
          ? [
              `nurse:${1 + random.below(4)}`,
              ...(nurse < 3 ? [nurse === 2 ? 'anaesthesia@2024-01-01..2027-03-16' : 'anaesthesia'] : []),
            ]
          : []
    const imaging = index === 8 ? ['imaging@2022-04-01..2027-03-21'] : nurse === 6 ? ['imaging'] : []
    const isPart = index % 3 === 2 || role === 'reception'
    return {
      number: `H${String(index + 1).padStart(2, '0')}`,
      name,
      role,
      contract: index % 11 === 5 ? 'days' : isPart ? 'part' : 'full',
      share: isPart ? random.pick([50, 60, 75, 80]) : 100,
      skills: [...special, ...imaging],
    }
  })
}

/** All files of the example, by name. */
export function hospitalFiles(): ExampleFiles {
  const random = seededRandom(42)
  const staff = inventPeople(random)
  const people = staff.map((person) => ({
    number: person.number,
    name: person.name,
    email: emailOf(person.name),
    hired_on: `${2012 + random.below(14)}-${String(1 + random.below(12)).padStart(2, '0')}-01`,
    contract: person.contract,
    share_percent: person.share,
    rate_per_hour: ({ vet: 34, nurse: 19.5, reception: 15.5 }[person.role] + random.below(9) * 0.75).toFixed(2),
    skills: person.skills.join('|'),
    sites: person.role === 'reception' ? 'main' : '',
  }))
  return {
    'settings.json': `${JSON.stringify({ ...settings, contractRules }, null, 2)}\n`,
    'skills.csv': toCsv(skills),
    'contracts.csv': toCsv(contracts),
    'sites.csv': toCsv(sites),
    'shift-types.csv': toCsv(shiftTypes),
    'people.csv': toCsv(people),
    'time-off.csv': toCsv(inventTimeOff(random, staff)),
    'wishes.csv': toCsv(inventWishes(random, staff)),
    'demand.csv': toCsv(demand()),
  }
}

function inventTimeOff(random: Random, staff: readonly Person[]): object[] {
  const off = (person: Person | undefined, from: number, until: number, reason: string) => ({
    person: person?.number,
    from: march(from),
    until: march(until),
    reason,
    state: 'approved',
  })
  const few = [
    off(staff[1], 22, 28, 'Congress'),
    off(staff[22], 24, 26, 'Annual leave'),
    off(staff[0], 18, 19, 'Further training'),
    off(staff[17], 25, 26, 'Child care'),
    off(staff[16], 17, 17, 'Child care'),
    off(staff[17], 8, 14, 'Annual leave'),
  ]
  const others = random
    .sample(
      staff.slice(3).filter((_, index) => ![5, 13, 14, 19].includes(index)),
      8,
    )
    .map((person) => {
      const from = 1 + random.below(22)
      return off(
        person,
        from,
        from + random.pick([1, 2, 4, 6]),
        random.pick(['Annual leave', 'Annual leave', 'Further training', 'Child care']),
      )
    })
  return [...few, ...others]
}

function inventWishes(random: Random, staff: readonly Person[]): object[] {
  const wishes = staff.flatMap((person) =>
    Array.from({ length: 1 + random.below(3) }, () => {
      const kind = random.pick(['request-off', 'request-off', 'request-off', 'request-on', 'unavailable'] as const)
      const ofRole = { vet: ['VE', 'VL'], nurse: ['NE', 'NL'], reception: ['RE', 'RL'] }[person.role]
      return {
        person: person.number,
        kind,
        from: march(1 + random.below(28)),
        shift_type: kind === 'request-on' ? random.pick(ofRole) : '',
        weight: kind === 'unavailable' ? '' : 1 + random.below(5),
      }
    }),
  )
  const seen = new Set<string>()
  return wishes.filter(({ person, from }) => !seen.has(`${person} ${from}`) && seen.add(`${person} ${from}`))
}
