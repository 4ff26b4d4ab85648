// Shifts, places and days off, as the engine gets them.
import { describe, expect, test } from 'vitest'
import { validateProblem } from '../../../solver/index.ts'
import { buildProblem } from './build-problem.ts'
import { openShifts } from './open-shifts.ts'
import { employee, noNeeds, rows, shift } from './tests/sample-rows.ts'

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
