// A small roster for the tests of this folder: three people, three days, one site.
import type { GridShift, RosterGrid } from '../../api/types.ts'

const days = ['2027-03-01', '2027-03-02', '2027-03-03']

const shift = (
  id: string,
  day: string,
  typeId: string,
  startTime: string,
  endTime: string,
  headsMin = 1,
): GridShift => ({
  id,
  siteId: 'site',
  shiftTypeId: typeId,
  name: typeId === 'early' ? 'Early' : 'Night',
  day,
  start: `${day}T${startTime}:00Z`,
  end: `${day}T${endTime}:00Z`,
  startTime,
  endTime,
  paidMinutes: 480,
  headsMin,
  headsTarget: null,
  headsMax: headsMin,
  priority: 1,
  skills: { allOf: [], anyOf: [] },
  version: 1,
})

const person = (id: string, name: string, skillIds: string[]): RosterGrid['employees'][number] => ({
  id,
  number: id,
  name,
  skillIds,
  contractName: 'Full time',
  scheduledMinutes: 0,
  contractMinutes: 1440,
  absences: [],
  requests: [],
})

/** Early (two heads) and night (one head) on each day; Ana works early on day one, Ben the night of day one. */
export const smallRoster = (): RosterGrid => ({
  roster: {
    id: 'roster',
    name: 'March',
    start: days[0] ?? '',
    days: 3,
    zone: 'Europe/Berlin',
    state: 'draft',
    siteIds: [],
    publishedAt: null,
    publishAt: null,
    version: 4,
  },
  sites: [{ id: 'site', name: 'Main', zone: 'Europe/Berlin' }],
  skills: [
    { id: 'nurse', name: 'Nurse' },
    { id: 'vet', name: 'Vet' },
  ],
  shiftTypes: [
    { id: 'early', code: 'E', name: 'Early', colour: '#2f7de1', tags: [] },
    { id: 'night', code: 'N', name: 'Night', colour: '#6a4fc3', tags: ['night'] },
  ],
  employees: [
    { ...person('ana', 'Ana Ruiz', ['nurse']), scheduledMinutes: 480 },
    { ...person('ben', 'Ben Okafor', ['nurse', 'vet']), scheduledMinutes: 480 },
    { ...person('cy', 'Cy Lang', []), absences: [{ day: '2027-03-02', kind: 'time-off' }] },
  ],
  shifts: days.flatMap((day, n) => [
    shift(`e${n + 1}`, day, 'early', '07:00', '15:30', 2),
    shift(`n${n + 1}`, day, 'night', '22:00', '06:00'),
  ]),
  assignments: [
    { id: 'a1', shiftId: 'e1', employeeId: 'ana', pinned: false },
    { id: 'a2', shiftId: 'n1', employeeId: 'ben', pinned: false },
  ],
  score: { hard: 0, medium: 0, soft: 0 },
  breaches: [],
  keyFigures: {
    shifts: 6,
    headsNeeded: 9,
    headsFilled: 2,
    assignments: 2,
    paidMinutes: 960,
    giniThousandths: 0,
    minutesMin: 0,
    minutesMax: 480,
    requestsTotal: 0,
    requestsKept: 0,
  },
  headsBeyond: [],
  activeRunId: null,
})
