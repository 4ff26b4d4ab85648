import { beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { type Clinic, clinicDays, make, newClinic, newRoster } from '../../../tests/clinic.ts'
import { newMember, newOwner } from '../../../tests/http/client.ts'
import type { assignmentChangeResult, rosterGrid, rosterSchema } from '../../contract/rostering.ts'

type Grid = z.output<typeof rosterGrid>
type Roster = z.output<typeof rosterSchema>
type Changed = z.output<typeof assignmentChangeResult>

let clinic: Clinic
beforeAll(async () => {
  clinic = await newClinic()
})

const gridOf = async (rosterId: string): Promise<Grid> =>
  (await clinic.owner.get<Grid>(`/rosters/${rosterId}/grid`)).data
const shiftOn = (grid: Grid, day: string, name: string) => {
  const shift = grid.shifts.find((candidate) => candidate.day === day && candidate.name === name)
  if (shift === undefined) throw new Error(`no ${name} on ${day}`)
  return shift
}
const change = (roster: { id: string; version: number }, body: unknown, version = roster.version) =>
  clinic.owner.post<Changed>(`/rosters/${roster.id}/assignments`, body, { version })

describe('rosters', () => {
  test('a new roster opens its shifts from demand, with true lengths over the clock change', async () => {
    const roster = await newRoster(clinic)
    const grid = await gridOf(roster.id)
    expect(grid.roster).toMatchObject({ state: 'draft', zone: 'Europe/Berlin', version: 1, days: 7 })
    expect(grid.shifts).toHaveLength(21)
    expect(shiftOn(grid, '2027-03-26', 'night')).toMatchObject({
      paidMinutes: 570,
      startTime: '22:00',
      endTime: '08:00',
    })
    expect(shiftOn(grid, '2027-03-27', 'night')).toMatchObject({
      paidMinutes: 510,
      startTime: '22:00',
      endTime: '08:00',
    })
    expect(grid.score.medium).toBeGreaterThan(0)
    expect(grid.keyFigures).toMatchObject({ shifts: 21, headsNeeded: 21, headsFilled: 0, costMinor: 0 })
    expect(grid.employees).toHaveLength(8)
  })

  test('a roster of chosen sites opens only their shifts, and an unknown site is refused', async () => {
    const other = await make(clinic.owner, '/sites', { code: 'other', name: 'Other', zone: 'Europe/Berlin' })
    const body = { name: 'Other', start: '2027-03-22', days: 7, siteIds: [other] }
    const roster = await clinic.owner.post<Roster>('/rosters', body)
    expect((await gridOf(roster.data.id)).shifts).toEqual([])
    const stranger = await newClinic(3)
    const foreign = await clinic.owner.post('/rosters', { ...body, siteIds: [stranger.siteId] })
    expect(foreign.error.code).toBe('not_found')
  })

  test('an edit by hand is judged: allowed ones are written, a hard breach refuses with the breach, a dry run writes nothing', async () => {
    const roster = await newRoster(clinic)
    const grid = await gridOf(roster.id)
    const [ada = '', bob = ''] = clinic.employeeIds
    const late = shiftOn(grid, '2027-03-22', 'late')
    const early = shiftOn(grid, '2027-03-23', 'early')
    const pair = (employeeId: string, shiftId: string) => ({ employeeId, shiftId })

    const tried = await change(roster, { add: [pair(ada, late.id)], dryRun: true })
    expect(tried.data.delta.medium).toBeLessThan(0)
    expect(tried.data.rosterVersion).toBe(1)
    expect((await gridOf(roster.id)).assignments).toEqual([])

    const written = await change(roster, { add: [pair(ada, late.id)], pin: [pair(ada, late.id)] })
    expect(written.data).toMatchObject({ rosterVersion: 2, delta: tried.data.delta })
    expect((await gridOf(roster.id)).assignments).toMatchObject([{ ...pair(ada, late.id), pinned: true }])

    const tired = await change(roster, { add: [pair(ada, early.id)] }, 2)
    expect(tired.status).toBe(409)
    expect(tired.error.message).toContain('Person A')
    expect(tired.error.details).toMatchObject({ breaches: [{ rule: 'min-rest', level: 'hard', employees: [ada] }] })

    const stale = await change(roster, { add: [pair(bob, early.id)] }, 1)
    expect(stale.error).toMatchObject({ code: 'version_conflict', details: { expected: 1, actual: 2 } })

    const twice = await change(roster, { add: [pair(ada, late.id)] }, 2)
    expect(twice.error.code).toBe('already_exists')
    const nobody = await change(roster, { remove: [pair(bob, late.id)] }, 2)
    expect(nobody.error.code).toBe('conflict')

    const moved = await change(roster, { remove: [pair(ada, late.id)], add: [pair(bob, late.id)], reason: 'swap' }, 2)
    expect(moved.data.rosterVersion).toBe(3)
    expect((await gridOf(roster.id)).assignments).toMatchObject([{ ...pair(bob, late.id), pinned: false }])
  })

  test('shifts that lack people say what stops each person', async () => {
    const roster = await newRoster(clinic)
    const night = shiftOn(await gridOf(roster.id), '2027-03-24', 'night')
    const { data } = await clinic.owner.get<
      { shift: string; candidates: { employee: string; added: { rule: string }[] }[] }[]
    >(`/rosters/${roster.id}/unfilled`)
    expect(data).toHaveLength(21)
    const candidates = data.find((unfilled) => unfilled.shift === night.id)?.candidates ?? []
    const unskilled = candidates.find((candidate) => candidate.employee === clinic.employeeIds[7])
    expect(unskilled?.added.map((breach) => breach.rule)).toContain('required-skill')
  })

  test('publishing says what stays open; the roster can be corrected, not deleted, until it is opened again', async () => {
    const roster = await newRoster(clinic)
    const published = await clinic.owner.post(`/rosters/${roster.id}/publish`, {}, { version: 1 })
    expect(published.data).toMatchObject({ state: 'published', version: 2, openShifts: 21, openHeads: 21 })
    const early = shiftOn(await gridOf(roster.id), '2027-03-22', 'early')
    const corrected = await change(roster, { add: [{ employeeId: clinic.employeeIds[0], shiftId: early.id }] }, 2)
    expect(corrected.data.rosterVersion).toBe(3)
    expect((await clinic.owner.send('DELETE', `/api/v1/rosters/${roster.id}`)).error.code).toBe('roster_locked')
    const reopened = await clinic.owner.post(
      `/rosters/${roster.id}/unpublish`,
      { reason: 'New demand' },
      { version: 3 },
    )
    expect(reopened.data).toMatchObject({ state: 'draft', version: 4, publishedAt: null })
    expect((await clinic.owner.send('DELETE', `/api/v1/rosters/${roster.id}`)).status).toBe(204)
    expect((await clinic.owner.get(`/rosters/${roster.id}`)).error.code).toBe('not_found')
  })

  test('nobody can be published into two places at once', async () => {
    const other = await make(clinic.owner, '/sites', { code: 'second', name: 'Second', zone: 'Europe/Berlin' })
    await make(clinic.owner, '/demand', {
      siteId: other,
      shiftTypeId: clinic.typeIds[0],
      day: clinicDays[2],
      headsMin: 1,
    })
    const rosters = []
    for (const siteIds of [[clinic.siteId], [other]]) {
      const body = { name: 'Part', start: '2027-03-22', days: 7, siteIds }
      const roster = (await clinic.owner.post<Roster>('/rosters', body)).data
      const early = shiftOn(await gridOf(roster.id), clinicDays[2] ?? '', 'early')
      const added = await change(roster, { add: [{ employeeId: clinic.employeeIds[0], shiftId: early.id }] })
      expect(added.data.rosterVersion).toBe(2)
      rosters.push(roster)
    }
    const [first, second] = rosters
    expect((await clinic.owner.post(`/rosters/${first?.id}/publish`, {}, { version: 2 })).status).toBe(200)
    // The rules see the published work as time that is taken, before the database would refuse it.
    const refused = await clinic.owner.post(`/rosters/${second?.id}/publish`, {}, { version: 2 })
    expect(refused.status).toBe(409)
    expect(refused.error.details).toMatchObject({ breaches: [{ rule: 'unavailable' }] })
  })

  test('files: spreadsheet, calendar and page, with a name that every system takes', async () => {
    const roster = await newRoster(clinic, 'Wöche 12/2027')
    const early = shiftOn(await gridOf(roster.id), '2027-03-22', 'early')
    await change(roster, { add: [{ employeeId: clinic.employeeIds[0], shiftId: early.id }] })
    for (const [format, mark] of [
      ['csv', 'Person A'],
      ['ics', 'BEGIN:VEVENT'],
      ['html', '<!doctype html>'],
    ] as const) {
      const file = await clinic.owner.send('GET', `/api/v1/rosters/${roster.id}/export?format=${format}`)
      expect(file.text).toContain(mark)
      expect(file.headers.get('Content-Disposition')).toBe(`attachment; filename="woche-12-2027.${format}"`)
    }
    const unknown = await clinic.owner.send('GET', `/api/v1/rosters/${roster.id}/export?format=pdf`)
    expect(unknown.status).toBe(400)
  })

  test('the list pages without gaps, latest first', async () => {
    const small = await newOwner('Lists')
    for (const start of ['2027-01-04', '2027-02-01', '2027-03-01']) {
      await small.post('/rosters', { name: start, start, days: 7 })
    }
    const first = await small.get<Roster[]>('/rosters?limit=2')
    expect(first.data.map((roster) => roster.start)).toEqual(['2027-03-01', '2027-02-01'])
    const second = await small.get<Roster[]>(`/rosters?limit=2&cursor=${first.meta.nextCursor}`)
    expect(second.data.map((roster) => roster.start)).toEqual(['2027-01-04'])
    expect(second.meta.nextCursor).toBeNull()
    expect((await small.get('/rosters?cursor=x')).status).toBe(400)
  })

  test('viewers and employees see published rosters only, nobody less than a manager sees cost, employees no reasons', async () => {
    const roster = await newRoster(clinic)
    const [viewer, employee, manager] = await Promise.all(
      (['viewer', 'employee', 'manager'] as const).map((role) => newMember(clinic.owner.orgId, role)),
    )
    for (const client of [viewer, employee]) {
      expect((await client?.get(`/rosters/${roster.id}/grid`))?.error.code).toBe('not_found')
      expect((await client?.post(`/rosters/${roster.id}/publish`, {}, { version: 1 }))?.error.code).toBe('forbidden')
      expect((await client?.post('/rosters', { name: 'X', start: '2027-03-22', days: 7 }))?.error.code).toBe(
        'forbidden',
      )
    }
    expect((await manager?.get<Grid>(`/rosters/${roster.id}/grid`))?.data.keyFigures.costMinor).toBe(0)
    await clinic.owner.post(`/rosters/${roster.id}/publish`, {}, { version: 1 })
    const asViewer = (await viewer?.get<Grid>(`/rosters/${roster.id}/grid`))?.data
    expect(asViewer?.keyFigures.costMinor).toBeUndefined()
    expect(asViewer?.breaches.length).toBeGreaterThan(0)
    const asEmployee = (await employee?.get<Grid>(`/rosters/${roster.id}/grid`))?.data
    expect(asEmployee?.breaches).toEqual([])
    expect(asEmployee?.employees.every((person) => person.contractName === null)).toBe(true)
    expect((await employee?.get(`/rosters/${roster.id}/unfilled`))?.error.code).toBe('forbidden')
  })

  test('another organisation finds nothing under these ids', async () => {
    const roster = await newRoster(clinic)
    const stranger = await newOwner('Stranger')
    for (const path of ['', '/grid', '/unfilled', '/runs', '/export?format=csv']) {
      expect((await stranger.get(`/rosters/${roster.id}${path}`)).error?.code).toBe('not_found')
    }
    for (const [path, body] of [
      ['publish', {}],
      ['unpublish', { reason: 'X' }],
      ['assignments', {}],
    ] as const) {
      const answer = await stranger.post(`/rosters/${roster.id}/${path}`, body, { version: 1 })
      expect(answer.error.code).toBe('not_found')
    }
    expect((await stranger.post(`/rosters/${roster.id}/runs`, {})).error.code).toBe('not_found')
    expect((await stranger.send('DELETE', `/api/v1/rosters/${roster.id}`)).error.code).toBe('not_found')
  })
})
