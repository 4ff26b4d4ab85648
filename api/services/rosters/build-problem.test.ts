import { describe, expect, test } from 'vitest'
import { validateProblem } from '../../../solver/index.ts'
import { buildProblem } from './build-problem.ts'
import { openShifts } from './open-shifts.ts'
import type { EmployeeRow, PlanningRows, ShiftRow } from './planning-rows.ts'

const noNeeds = { allOf: [], anyOf: [] }
const at = (iso: string) => new Date(iso)

const employee = (id: string, more: Partial<EmployeeRow> = {}): EmployeeRow => ({
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

const shift = (id: string, startsAt: string, endsAt: string, more: Partial<ShiftRow> = {}): ShiftRow => ({
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

const rows = (more: Partial<PlanningRows> = {}): PlanningRows => ({
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

const only = (input: PlanningRows) => buildProblem(input).employees[0]

describe('buildProblem', () => {
  test('a night over the spring clock change keeps its instants and its true paid length', () => {
    const [opened] = openShifts({
      start: '2027-03-22',
      days: 14,
      sites: [{ id: 'main', zone: 'Europe/Berlin' }],
      templates: [
        {
          id: 'night',
          name: 'Night',
          startTime: '22:00',
          durationMinutes: 600,
          breakMinutes: 0,
          breaks: [],
          premiumPercent: 0,
          tags: [],
          skills: noNeeds,
        },
      ],
      demand: [
        {
          id: 'd',
          siteId: 'main',
          shiftTypeId: 'night',
          day: '2027-03-27',
          headsMin: 2,
          headsTarget: null,
          headsMax: 3,
          priority: 5,
          skills: noNeeds,
        },
      ],
    })
    if (opened === undefined) throw new Error('no shift was opened')
    const problem = buildProblem(rows({ shifts: [{ ...opened, id: 'n1', version: 1 }] }))
    expect(problem.shifts).toEqual([
      {
        id: 'n1',
        site: 'main',
        type: 'night',
        name: 'Night',
        start: '2027-03-27T21:00Z',
        end: '2027-03-28T06:00Z',
        paidMinutes: 540,
        heads: { min: 2, max: 3 },
        priority: 5,
      },
    ])
  })

  test('a contract change in mid-period keeps both contracts dated and weighs share and rate by days', () => {
    const ada = employee('ada', {
      contracts: [
        { contractId: 'full', validFrom: '2020-01-01', validUntil: '2027-03-25', sharePercent: 100, rateMinor: 2000 },
        { contractId: 'half', validFrom: '2027-03-26', validUntil: null, sharePercent: 50, rateMinor: 2700 },
        { contractId: 'later', validFrom: '2028-01-01', validUntil: null, sharePercent: 80, rateMinor: 9000 },
      ],
    })
    const contracts = ['full', 'half', 'later'].map((id) => ({ id, name: id, rules: [] }))
    const problem = buildProblem(rows({ employees: [ada], contracts }))
    expect(problem.employees[0]).toMatchObject({
      sharePercent: 64,
      rateMinor: 2500,
      contracts: [
        { contract: 'full', from: '2020-01-01', until: '2027-03-25' },
        { contract: 'half', from: '2027-03-26' },
      ],
    })
    expect(problem.contracts.map((contract) => contract.id)).toEqual(['full', 'half'])
  })

  test('who left before the period is not planned, unless still assigned, and then never available', () => {
    const left = employee('lea', { terminatedOn: '2027-03-21' })
    expect(buildProblem(rows({ employees: [left] })).employees).toEqual([])
    const problem = buildProblem(
      rows({
        employees: [left],
        shifts: [shift('s', '2027-03-23T21:00:00Z', '2027-03-24T07:00:00Z')],
        assignments: [{ id: 'a', shiftId: 's', employeeId: 'lea', pinned: true }],
      }),
    )
    expect(problem.employees[0]?.unavailable).toEqual([
      { kind: 'time-off', start: '2027-03-21T23:00Z', end: '2027-04-06T22:00Z' },
    ])
    expect(problem.pins).toEqual([{ employee: 'lea', shift: 's' }])
  })

  test('who leaves or starts in mid-period is off outside the days of employment, so that contracted hours shrink', () => {
    expect(only(rows({ employees: [employee('lea', { terminatedOn: '2027-03-28' })] }))?.unavailable).toEqual([
      { kind: 'time-off', start: '2027-03-28T22:00Z', end: '2027-04-06T22:00Z' },
    ])
    expect(only(rows({ employees: [employee('neo', { hiredOn: '2027-03-29' })] }))?.unavailable).toEqual([
      { kind: 'time-off', start: '2027-03-19T23:00Z', end: '2027-03-28T22:00Z' },
    ])
  })

  test('work of earlier rosters is history, published work in the period blocks its time and the rest around it', () => {
    const work = (startsAt: string, endsAt: string, isDraft = false) => ({
      employeeId: 'ada',
      startsAt: at(startsAt),
      endsAt: at(endsAt),
      paidMinutes: 600,
      siteId: 'main',
      shiftTypeId: 'gone',
      isDraft,
    })
    const built = only(
      rows({
        otherWork: [
          work('2027-03-24T06:00:00Z', '2027-03-24T14:00:00Z'),
          work('2027-03-21T21:00:00Z', '2027-03-22T07:00:00Z'),
          // Drafts: one of the same night as published work, one of another day, one within the period.
          work('2027-03-21T20:00:00Z', '2027-03-22T04:00:00Z', true),
          work('2027-03-19T06:00:00Z', '2027-03-19T14:00:00Z', true),
          work('2027-03-26T06:00:00Z', '2027-03-26T14:00:00Z', true),
        ],
      }),
    )
    expect(built?.history?.shifts).toEqual([
      { start: '2027-03-19T06:00Z', end: '2027-03-19T14:00Z', paidMinutes: 600, site: 'main' },
      { start: '2027-03-21T21:00Z', end: '2027-03-22T07:00Z', paidMinutes: 600, site: 'main' },
    ])
    expect(built?.unavailable).toEqual([{ kind: 'unavailable', start: '2027-03-23T19:00Z', end: '2027-03-25T01:00Z' }])
  })

  test('wishes become requests by local day, by type, or by the single shifts they concern', () => {
    const wish = (
      kind: PlanningRows['availability'][number]['kind'],
      startsAt: string,
      endsAt: string,
      type?: string,
    ) => ({
      employeeId: 'ada',
      kind,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
      weight: 3,
      shiftTypeId: type ?? null,
    })
    const built = only(
      rows({
        shifts: [
          shift('early', '2027-03-31T05:00:00Z', '2027-03-31T13:00:00Z'),
          shift('late', '2027-03-31T12:00:00Z', '2027-03-31T20:00:00Z'),
        ],
        availability: [
          // Two whole local days across the clock change.
          wish('request-off', '2027-03-26T23:00:00Z', '2027-03-28T22:00:00Z'),
          wish('request-on', '2027-03-28T22:00:00Z', '2027-03-29T22:00:00Z', 'night'),
          wish('unpreferred', '2027-03-31T04:00:00Z', '2027-03-31T10:00:00Z'),
          wish('preferred', '2027-03-31T14:00:00Z', '2027-03-31T20:00:00Z'),
          wish('request-off', '2027-06-01T22:00:00Z', '2027-06-02T22:00:00Z'),
        ],
      }),
    )
    expect(built?.requests).toEqual([
      { kind: 'off', weight: 3, day: '2027-03-27' },
      { kind: 'off', weight: 3, day: '2027-03-28' },
      { kind: 'on', weight: 3, day: '2027-03-29', type: 'night' },
      { kind: 'off', weight: 3, shift: 'early' },
    ])
  })

  test('fairness carries over who worked more than a fair share before, days away not counted against anybody', () => {
    const past = (employeeId: string, paidMinutes: number) => ({
      employeeId,
      startsAt: at('2027-03-10T06:00:00Z'),
      endsAt: at('2027-03-10T14:00:00Z'),
      paidMinutes,
      siteId: 'main',
      shiftTypeId: null,
      isDraft: false,
    })
    const carriedOf = (input: PlanningRows) =>
      buildProblem(input).employees.map((person) => person.history?.fairMinutesCarried ?? 0)
    const employees = [employee('ada'), employee('bob')]
    expect(carriedOf(rows({ employees }))).toEqual([0, 0])
    expect(carriedOf(rows({ employees, otherWork: [past('ada', 600)] }))).toEqual([300, -300])
    // Bob was hired for the last 7 of the 35 days: a sixth of the work was his.
    const newcomer = [employee('ada'), employee('bob', { hiredOn: '2027-03-15' })]
    expect(carriedOf(rows({ employees: newcomer, otherWork: [past('ada', 600)] }))).toEqual([100, -100])
    // Away all the time: nothing was owed.
    const timeOff = [{ employeeId: 'bob', startsAt: at('2027-01-01T00:00:00Z'), endsAt: at('2027-03-22T12:00:00Z') }]
    expect(carriedOf(rows({ employees, timeOff, otherWork: [past('ada', 600)] }))).toEqual([0, 0])
  })

  test('people who may not work at any site of the roster are left out', () => {
    const problem = buildProblem(
      rows({
        employees: [employee('ada', { siteIds: ['other'] }), employee('bob', { siteIds: ['main'] })],
        shifts: [shift('s', '2027-03-23T21:00:00Z', '2027-03-24T07:00:00Z')],
      }),
    )
    expect(problem.employees.map((person) => person.id)).toEqual(['bob'])
    expect(problem.employees[0]?.sites).toEqual(['main'])
  })

  test('a skill that needs a certification counts only on the days that one covers, level 0 never', () => {
    const vet = { skillId: 'vet', level: 3, validFrom: null, validUntil: '2027-12-31' }
    const paper = { skillId: 'vet', validFrom: '2027-01-01', expiresOn: '2027-03-25' }
    const skillsOf = (needsCertification: boolean, more: Partial<EmployeeRow>) =>
      only(rows({ skills: [{ id: 'vet', name: 'Vet', needsCertification }], employees: [employee('ada', more)] }))
        ?.skills
    expect(skillsOf(true, { skills: [vet], certifications: [paper] })).toEqual([
      { skill: 'vet', level: 3, from: '2027-01-01', until: '2027-03-25' },
    ])
    expect(skillsOf(true, { skills: [vet], certifications: [{ ...paper, skillId: 'other' }] })).toEqual([])
    expect(skillsOf(false, { skills: [vet] })).toEqual([{ skill: 'vet', level: 3, until: '2027-12-31' }])
    expect(skillsOf(false, { skills: [{ ...vet, level: 0 }] })).toEqual([])
  })

  test('ways lead between the sites of the shifts only: as given, in both directions where they differ, else estimated', () => {
    const site = (id: string, latitude: number | null) => ({
      id,
      name: id,
      zone: 'Europe/Berlin',
      latitude,
      longitude: latitude === null ? null : 13.4,
    })
    const way = (fromSiteId: string, toSiteId: string, minutes: number) => ({
      fromSiteId,
      toSiteId,
      minutes,
      metres: null,
    })
    const problem = buildProblem(
      rows({
        sites: [site('a', 52.5), site('b', 52.6), site('c', null), site('unused', 52.7)],
        ways: [way('a', 'c', 10), way('c', 'a', 15), way('a', 'unused', 1)],
        shifts: ['a', 'b', 'c'].map((siteId) =>
          shift(siteId, '2027-03-22T06:00:00Z', '2027-03-22T14:00:00Z', { siteId }),
        ),
      }),
    )
    expect(problem.travelTimes).toEqual([
      { from: 'a', to: 'b', minutes: 19 },
      { from: 'a', to: 'c', minutes: 10 },
      { from: 'c', to: 'a', minutes: 15 },
    ])
    expect(problem.sites.map(({ position }) => position?.latitude)).toEqual([52.5, 52.6, undefined, 52.7])
    expect(validateProblem(problem)).toEqual([])
  })

  test('holidays of one site and of all reach the rules', () => {
    const holidays = [
      { day: '2027-03-26', siteId: null },
      { day: '2027-03-27', siteId: 'main' },
    ]
    const problem = buildProblem(
      rows({ holidays, shifts: [shift('s', '2027-03-26T06:00:00Z', '2027-03-26T14:00:00Z')] }),
    )
    expect(problem.holidays).toEqual([{ day: '2027-03-26' }, { day: '2027-03-27', site: 'main' }])
    expect(validateProblem(problem)).toEqual([])
    expect(buildProblem(rows()).holidays).toBeUndefined()
  })
})
