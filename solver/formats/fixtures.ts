// Small inputs for the tests of formats.
import type { Problem } from '../model/problem.ts'

/** One week, two types, three people; the cover of day 6, type L is left open. */
export const smallCurtois = `# a comment
SECTION_HORIZON
7
SECTION_SHIFTS
# id, minutes, may not follow
E,480,
L,600,E

SECTION_STAFF
A,E=7|L=0,3000,0,5,2,2,1
B,E=7|L=7,3000,0,5,1,1,1
C,E=3|L=7,2400,480,3,2,2,0
SECTION_DAYS_OFF
A,4
SECTION_SHIFT_ON_REQUESTS
A,0,E,2
SECTION_SHIFT_OFF_REQUESTS
A,1,L,4
SECTION_COVER
0,E,1,100,1
0,L,1,100,1
1,E,1,100,1
1,L,1,100,1
2,E,1,100,1
2,L,2,100,3
3,E,1,100,1
3,L,1,100,1
4,E,0,100,1
4,L,1,100,1
5,E,1,100,1
5,L,1,100,1
6,E,1,100,1
`

/** A week over the European change to summer time, with names that need care in every output. */
export const smallProblem: Problem = {
  format: 'muster-problem/1',
  name: 'Small',
  period: { start: '2027-03-27', days: 3, weekStart: 1, zone: 'Europe/Berlin' },
  sites: [
    { id: 'n', name: 'North; gate, 1', zone: 'Europe/Berlin' },
    { id: 's', name: 'South', zone: 'Europe/London' },
  ],
  skills: [],
  shiftTypes: [
    { id: 'night', name: 'Night', tags: ['night'], colour: '#5b4bb7' },
    { id: 'early', name: 'Early' },
  ],
  contracts: [],
  employees: [
    { id: 'e1', name: 'Ann <b>Kent</b>' },
    { id: 'e2', name: '=HYPERLINK("http://x")' },
    {
      id: 'e3',
      name: 'Zoë Åström',
      unavailable: [{ kind: 'time-off', start: '2027-03-28T00:00+01:00', end: '2027-03-29T00:00+02:00' }],
    },
  ],
  shifts: [
    {
      id: 's1',
      site: 'n',
      type: 'night',
      start: '2027-03-27T22:00+01:00',
      end: '2027-03-28T06:00+02:00',
      breakMinutes: 30,
      heads: { min: 2 },
    },
    { id: 's2', site: 's', type: 'early', start: '2027-03-29T05:00Z', end: '2027-03-29T13:00Z', heads: { min: 1 } },
  ],
  rules: [],
}

/** Three guards, a Saturday night and a Sunday around the clock. */
export const smallGuards = {
  name: 'guards-small',
  timeZone: 'Africa/Johannesburg',
  restMinutesMin: 480,
  daysInAnySevenMax: 2,
  nightsInARowMax: 1,
  sundayPercent: 150,
  nightCentsPerHour: 2000,
  fairnessCentsPerMinute: 50,
  employees: [
    guard('g1', {
      role: 'supervisor',
      grade: 'C',
      firearms: ['handgun'],
      certifiedUntil: '2025-11-09',
      unavailable: ['2025-11-10'],
    }),
    guard('g2', { role: 'armed', grade: 'D', firearms: ['handgun'], rateCents: 4111 }),
    guard('g3', { unavailable: ['2025-11-09'] }),
  ],
  shifts: [
    guardShift('s1', '2025-11-08T18:00', '2025-11-09T06:00', { role: 'armed', gradeMin: 'D', firearm: 'handgun' }),
    guardShift('s2', '2025-11-09T06:00', '2025-11-09T18:00', { heads: 2 }),
    guardShift('s3', '2025-11-09T18:00', '2025-11-10T06:00', {}),
    guardShift('s4', '2025-11-10T05:30', '2025-11-10T13:00', { paidMinutes: 431 }),
  ],
}

function guard(id: string, rest: object) {
  const plain = { role: 'unarmed', grade: 'E', firearms: [], certifiedUntil: '2026-12-31' }
  return { id, ...plain, rateCents: 5300, weekMinutesMax: 1400, unavailable: [] as string[], ...rest }
}

function guardShift(id: string, start: string, end: string, rest: object) {
  const plain = { paidMinutes: 660, heads: 1, role: 'unarmed', gradeMin: 'E', firearm: null }
  return { id, site: 'a', start, end, ...plain, ...rest }
}
