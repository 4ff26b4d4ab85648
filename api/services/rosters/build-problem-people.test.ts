// What the engine learns of people: contracts, employment, work elsewhere, wishes, skills.
import { describe, expect, test } from 'vitest'
import { buildProblem } from './build-problem.ts'
import type { EmployeeRow, PlanningRows } from './planning-rows.ts'
import { at, employee, rows, shift } from './tests/sample-rows.ts'

const only = (input: PlanningRows) => buildProblem(input).employees[0]

describe('buildProblem', () => {
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
})
