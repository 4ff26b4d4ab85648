// Rows as the database would give them, for tests of what becomes of them.
import type { EmployeeRow, PlanningRows, ShiftRow } from '../planning-rows.ts'

export const noNeeds = { allOf: [], anyOf: [] }
export const at = (iso: string) => new Date(iso)

export const employee = (id: string, more: Partial<EmployeeRow> = {}): EmployeeRow => ({
  id,
  number: id,
  name: id.toUpperCase(),
  hiredOn: null,
  terminatedOn: null,
  skills: [],
  certifications: [],
  contracts: [],
  siteIds: [],
  ...more,
})

export const shift = (id: string, startsAt: string, endsAt: string, more: Partial<ShiftRow> = {}): ShiftRow => ({
  id,
  siteId: 'main',
  shiftTypeId: 'night',
  name: 'Night',
  day: startsAt.slice(0, 10),
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  breakMinutes: 0,
  paidMinutes: 600,
  headsMin: 1,
  headsTarget: null,
  headsMax: null,
  priority: 1,
  skills: noNeeds,
  tags: [],
  version: 1,
  ...more,
})

export const rows = (more: Partial<PlanningRows> = {}): PlanningRows => ({
  organisation: { weekStart: 1, rules: [{ rule: 'min-rest', params: { minutes: 660 } }] },
  roster: {
    id: 'roster',
    name: 'March',
    start: '2027-03-22',
    days: 14,
    zone: 'Europe/Berlin',
    state: 'draft',
    siteIds: [],
    publishedAt: null,
    publishAt: null,
    publishMessage: null,
    publishBy: null,
    version: 1,
  },
  sites: [{ id: 'main', name: 'Main', zone: 'Europe/Berlin', latitude: null, longitude: null }],
  ways: [],
  holidays: [],
  skills: [{ id: 'vet', name: 'Vet', needsCertification: false }],
  shiftTypes: [{ id: 'night', code: 'N', name: 'Night', tags: ['night'], colour: null, premiumPercent: 25 }],
  contracts: [],
  employees: [employee('ada')],
  availability: [],
  timeOff: [],
  shifts: [],
  assignments: [],
  otherWork: [],
  ...more,
})
