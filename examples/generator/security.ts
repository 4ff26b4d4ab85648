// A security company: one week, 60 guards with grades and certificates that run out, 10 sites, 200 shifts.
import { emailOf, inventNames } from './names.ts'
import { type Random, seededRandom } from './random.ts'
import { type ExampleFiles, toCsv } from './to-csv.ts'

const zone = 'Africa/Johannesburg'
const week = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05', '2027-03-06', '2027-03-07'] as const
const [monday, tuesday, , , friday, saturday, sunday] = week

const settings = {
  name: 'Highveld Guarding, first week of March',
  zone,
  weekStart: 1,
  period: { start: monday, days: 7 },
  rules: [
    { rule: 'min-rest', params: { minutes: 600 } },
    { rule: 'max-shifts-per-day', params: { shifts: 1 } },
    { rule: 'max-minutes', params: { period: 'week', minutes: 2880 } },
    { rule: 'max-consecutive-days', params: { days: 6 } },
    { rule: 'max-consecutive-nights', params: { nights: 3, tag: 'night' } },
    { rule: 'fair-minutes', weight: 4, params: { measure: 'squared' } },
    { rule: 'contract-minutes', weight: 1, params: { period: 'week', minutes: 2640, toleranceMinutes: 660 } },
    { rule: 'request-on', weight: 60 },
    { rule: 'request-off', weight: 60 },
  ],
}

const skills = [
  { code: 'registration', name: 'Guard registration' },
  { code: 'grade', name: 'Grade (1 is E, 5 is A)' },
  { code: 'handgun', name: 'Handgun competency' },
  { code: 'rifle', name: 'Rifle competency' },
  { code: 'control-room', name: 'Control room operator' },
]

const contracts = [
  { code: 'full', name: 'Full time, 48 hours' },
  { code: 'part', name: 'Part time, 24 hours', max_hours_per_week: 24 },
]

const sites = [
  ['control', 'Parktown control room', -26.1781, 28.0386],
  ['cargo', 'Kempton Park cargo terminal', -26.1367, 28.2411],
  ['mall', 'Sandton shopping mall', -26.1076, 28.0567],
  ['data', 'Midrand data centre', -25.9992, 28.1263],
  ['bank', 'Rosebank bank campus', -26.1467, 28.0436],
  ['depot', 'Germiston depot', -26.2179, 28.1677],
  ['campus', 'Braamfontein campus', -26.1929, 28.0305],
  ['clinic', 'Edenvale clinic', -26.1411, 28.1527],
  ['estate', 'Fourways estate', -26.0117, 28.0114],
  ['warehouse', 'Alberton warehouse', -26.2679, 28.1219],
].map(([code, name, latitude, longitude]) => ({ code, name, zone, latitude, longitude }))

const twelveHours = { day: { start: '06:00', end: '18:00' }, night: { start: '18:00', end: '06:00' } }
const shiftTypes = [
  ['GD', 'Guard day', 'day', '#2f80ed', 'registration|grade:1'],
  ['GN', 'Guard night', 'night', '#34407a', 'registration|grade:1'],
  ['AD', 'Armed day', 'day', '#c2570c', 'registration|grade:2|handgun'],
  ['AN', 'Armed night', 'night', '#7a3410', 'registration|grade:2|handgun'],
  ['TD', 'Tactical day', 'day', '#b3261e', 'registration|grade:3|rifle'],
  ['TN', 'Tactical night', 'night', '#6e1712', 'registration|grade:3|rifle'],
  ['CD', 'Control room day', 'day', '#1f7a4d', 'registration|grade:3|control-room'],
  ['CN', 'Control room night', 'night', '#0f4a2e', 'registration|grade:3|control-room'],
].map(([code, name, time, colour, needs]) => ({
  code,
  name,
  ...twelveHours[time as 'day' | 'night'],
  break_minutes: 60,
  tags: time,
  colour,
  skills: needs,
}))
const eventDay = {
  code: 'ED',
  name: 'Event guard',
  start: '10:00',
  end: '22:00',
  break_minutes: 60,
  tags: 'event',
  colour: '#8a3ffc',
  skills: 'registration|grade:2',
}

/** 9 sites guarded around the clock, control room, 3 armed posts, a tactical post, 4 event shifts: 200 shifts. */
function demand(): object[] {
  const around = (site: string, types: string, priority: number) =>
    types.split(' ').map((type) => ({ site, shift_type: type, day: monday, until: sunday, heads: 1, max: 1, priority }))
  const guarded = sites.map((site) => String(site.code)).filter((code) => code !== 'control')
  const event = (site: string, day: string) => ({ site, shift_type: 'ED', day, heads: 1, max: 1, priority: 1 })
  return [
    ...around('control', 'CD CN', 5),
    ...around('cargo', 'TD TN', 4),
    ...['bank', 'data', 'depot'].flatMap((site) => around(site, 'AD AN', 3)),
    ...guarded.flatMap((site) => around(site, 'GD GN', 1)),
    event('mall', friday),
    event('mall', saturday),
    event('mall', sunday),
    event('campus', saturday),
  ]
}

type Guard = {
  number: string
  name: string
  grade: number
  contract: string
  skills: string[]
  registeredUntil: string
}

/** The first guards are the few specialists; what they lack (a certificate that runs out) is what the week lacks. */
function inventGuards(random: Random): Guard[] {
  return inventNames(random, 60, 'south-african').map((name, index) => {
    const isOperator = index < 4
    const isRifleman = index >= 4 && index < 7
    const isArmed = isRifleman || (index >= 7 && index < 22)
    const grade = isOperator || isRifleman ? 3 + random.below(2) : isArmed ? 2 + random.below(3) : 1 + random.below(3)
    const certificate = (code: string, until: string) => `${code}@2024-04-01..${until}`
    const longEnough = random.pick(['2027-09-30', '2028-03-31', '2028-11-30'])
    const endsSoon = index === 2 || index === 40 || index === 51
    return {
      number: `G${String(index + 1).padStart(3, '0')}`,
      name,
      grade,
      contract: index === 3 || index >= 50 ? 'part' : 'full',
      registeredUntil: endsSoon ? (index === 2 ? '2027-03-02' : '2027-03-04') : longEnough,
      skills: [
        ...(isOperator ? ['control-room'] : []),
        ...(isRifleman ? [certificate('rifle', index === 6 ? tuesday : longEnough)] : []),
        ...(isArmed ? [certificate('handgun', index === 9 ? '2027-03-05' : longEnough)] : []),
      ],
    }
  })
}

/** All files of the example, by name. */
export function securityFiles(): ExampleFiles {
  const random = seededRandom(200)
  const guards = inventGuards(random)
  const people = guards.map((guard) => ({
    number: guard.number,
    name: guard.name,
    email: emailOf(guard.name),
    hired_on: `${2016 + random.below(10)}-${String(1 + random.below(12)).padStart(2, '0')}-01`,
    contract: guard.contract,
    share_percent: guard.contract === 'part' ? 50 : 100,
    rate_per_hour: (34 + guard.grade * 6 + (guard.skills.length > 0 ? 9 : 0) + random.below(4) * 0.5).toFixed(2),
    skills: [`registration@2024-04-01..${guard.registeredUntil}`, `grade:${guard.grade}`, ...guard.skills].join('|'),
    // Guards without a special skill work where they live: a few sites each.
    sites:
      guard.skills.length > 0 || random.below(3) === 0
        ? ''
        : random
            .sample(sites.slice(1), 6)
            .map((site) => site.code)
            .join('|'),
  }))
  const others = guards.slice(7)
  const timeOff = random.sample(others, 5).map((guard, index) => {
    const from = random.below(5)
    return {
      person: guard.number,
      from: week[from],
      until: week[Math.min(6, from + 1 + (index % 3))],
      reason: random.pick(['Annual leave', 'Family responsibility leave', 'Training']),
    }
  })
  const wishes = random.sample(others, 34).map((guard) => {
    const day = random.pick(week)
    const kind = random.pick(['unavailable', 'request-off', 'request-off', 'request-on'] as const)
    return {
      person: guard.number,
      kind,
      from: day,
      shift_type: kind === 'request-on' ? random.pick(['GD', 'GN']) : '',
      weight: kind === 'unavailable' ? '' : 1 + random.below(5),
    }
  })
  return {
    'settings.json': `${JSON.stringify(settings, null, 2)}\n`,
    'skills.csv': toCsv(skills),
    'contracts.csv': toCsv(contracts, ['code', 'name', 'max_hours_per_week']),
    'sites.csv': toCsv(sites),
    'shift-types.csv': toCsv([...shiftTypes, eventDay]),
    'people.csv': toCsv(people),
    'time-off.csv': toCsv(timeOff),
    'wishes.csv': toCsv(wishes),
    'demand.csv': toCsv(demand(), ['site', 'shift_type', 'day', 'until', 'heads', 'max', 'priority']),
  }
}
