import pg from 'pg'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type * as z from 'zod'
import { type Clinic, newClinic, newRoster, type Run, runEnd } from '../../../tests/clinic.ts'
import { newMember, newOwner } from '../../../tests/http/client.ts'
import type { proposalSchema, rosterGrid, runProgress } from '../../contract/rostering.ts'

type Grid = z.output<typeof rosterGrid>
type Proposal = z.output<typeof proposalSchema>
type Progress = z.output<typeof runProgress>

let clinic: Clinic
beforeAll(async () => {
  clinic = await newClinic()
})

/** A run that is still at work: local search goes on to the end of its time, where the others stop at a roster that is proven best. */
const neverProven = { engine: 'search' }
const start = async (rosterId: string, options: Record<string, unknown>) =>
  clinic.owner.post<Run>(`/rosters/${rosterId}/runs`, options)
const proposalOf = async (runId: string) => (await clinic.owner.get<Proposal>(`/runs/${runId}/proposal`)).data
const gridOf = async (rosterId: string) => (await clinic.owner.get<Grid>(`/rosters/${rosterId}/grid`)).data

const query = async <T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: inject('stack').ownerUrl })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

describe('runs', () => {
  test('from start to published roster: queue, curve, proposal, acceptance, audit', async () => {
    const roster = await newRoster(clinic)
    const started = await start(roster.id, { evaluations: 400_000, seed: 5 })
    expect(started.status).toBe(202)
    expect(started.data).toMatchObject({ state: 'queued', attempt: 0 })
    const run = await runEnd(clinic.owner, started.data.id)
    expect(run).toMatchObject({ state: 'completed', attempt: 1, failure: null })

    const { points } = (await clinic.owner.get<Progress>(`/runs/${run.id}/progress`)).data
    expect(points.length).toBeGreaterThan(0)
    expect(points.map((point) => point.seq)).toEqual(points.map((_, index) => index))
    const after = await clinic.owner.get<Progress>(`/runs/${run.id}/progress?after=${points.length - 2}`)
    expect(after.data.points).toEqual(points.slice(-1))

    const proposal = await proposalOf(run.id)
    expect(proposal.scoreAfter.hard).toBe(0)
    expect(proposal.scoreAfter.medium).toBe(0)
    expect(proposal.added).toHaveLength(21)
    expect(proposal.removed).toEqual([])
    expect(proposal.after).toMatchObject({ headsFilled: 21, headsNeeded: 21 })
    expect(proposal.unfilled).toEqual([])

    const accepted = await clinic.owner.post(`/runs/${run.id}/accept`, {}, { version: proposal.rosterVersion })
    expect(accepted.data).toMatchObject({ version: 2, state: 'draft' })
    expect((await gridOf(roster.id)).assignments).toHaveLength(21)
    const again = await clinic.owner.post(`/runs/${run.id}/accept`, {}, { version: 2 })
    expect(again.error.code).toBe('conflict')
    const published = await clinic.owner.post(`/rosters/${roster.id}/publish`, {}, { version: 2 })
    expect(published.data).toMatchObject({ state: 'published', openHeads: 0 })
    const audit = await query<{ action: string }>('select action from audit_log where entity_id = $1 order by at, id', [
      run.id,
    ])
    expect(audit.map((line) => line.action)).toEqual(['start-run', 'complete-run', 'accept-proposal'])
  })

  test('the same problem, seed and evaluations give the same roster, byte for byte', async () => {
    const roster = await newRoster(clinic)
    const bests: unknown[] = []
    for (let turn = 0; turn < 2; turn += 1) {
      const run = await start(roster.id, { evaluations: 500_000, seed: 11 })
      await runEnd(clinic.owner, run.data.id)
      const [row] = await query<{ best: string }>('select best::text from roster_runs where id = $1', [run.data.id])
      bests.push(row?.best)
    }
    expect(bests[0]).toBe(bests[1])
    expect(bests[0]).toContain(clinic.employeeIds[0])
  })

  test('a message that comes twice does not work twice', async () => {
    const roster = await newRoster(clinic)
    const run = await start(roster.id, { evaluations: 300_000 })
    // The outbox sends the same run again, as a retry would.
    await query(
      `insert into outbox (org_id, id, topic, payload)
       select org_id, gen_random_uuid(), 'run', jsonb_build_object('runId', id) from roster_runs, generate_series(1, 3) where id = $1`,
      [run.data.id],
    )
    const other = await newRoster(clinic, 'Other')
    const second = await start(other.id, { evaluations: 100_000 })
    await runEnd(clinic.owner, second.data.id)
    expect(await runEnd(clinic.owner, run.data.id)).toMatchObject({ state: 'completed', attempt: 1 })
    const lines = await query<{ action: string }>(
      `select action from audit_log where entity_id = $1 and action = 'complete-run'`,
      [run.data.id],
    )
    expect(lines).toHaveLength(1)
  })

  test('a run with time as its budget ends, and no second one starts beside it', async () => {
    const roster = await newRoster(clinic)
    const run = await start(roster.id, { seconds: 2, ...neverProven })
    const second = await start(roster.id, { seconds: 1 })
    expect(second.error).toMatchObject({ code: 'run_in_progress', details: { runId: run.data.id } })
    expect((await gridOf(roster.id)).activeRunId).toBe(run.data.id)
    const deleted = await clinic.owner.send('DELETE', `/api/v1/rosters/${roster.id}`)
    expect(deleted.error.code).toBe('run_in_progress')
    expect((await runEnd(clinic.owner, run.data.id)).state).toBe('completed')
    expect((await gridOf(roster.id)).activeRunId).toBeNull()
  })

  test('a cancelled run stops long before its time and keeps its best roster', async () => {
    const roster = await newRoster(clinic)
    const run = await start(roster.id, { seconds: 600, ...neverProven })
    for (;;) {
      const { points } = (await clinic.owner.get<Progress>(`/runs/${run.data.id}/progress`)).data
      if (points.length > 0) break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect((await clinic.owner.get(`/runs/${run.data.id}/proposal`)).error.code).toBe('conflict')
    const asked = await clinic.owner.post<{ cancelRequested: boolean }>(`/runs/${run.data.id}/cancel`)
    expect(asked.data.cancelRequested).toBe(true)
    expect((await runEnd(clinic.owner, run.data.id, 10_000)).state).toBe('cancelled')
    expect((await proposalOf(run.data.id)).added.length).toBeGreaterThan(0)
    const rejected = await clinic.owner.post(`/runs/${run.data.id}/reject`)
    expect(rejected.data).toMatchObject({ decision: 'rejected' })
    const late = await clinic.owner.post(`/runs/${run.data.id}/accept`, {}, { version: 1 })
    expect(late.error.code).toBe('conflict')
  })

  test('a part of a proposal can be accepted, then the rest; hand edits made meanwhile stay', async () => {
    const roster = await newRoster(clinic)
    const run = await start(roster.id, { evaluations: 300_000 })
    await runEnd(clinic.owner, run.data.id)
    const [first, ...rest] = (await proposalOf(run.data.id)).added
    const part = { all: false, added: [first], removed: [] }
    const stale = await clinic.owner.post(`/runs/${run.data.id}/accept`, part, { version: 7 })
    expect(stale.error.code).toBe('version_conflict')
    const accepted = await clinic.owner.post(`/runs/${run.data.id}/accept`, part, { version: 1 })
    expect(accepted.data).toMatchObject({ version: 2 })
    expect((await gridOf(roster.id)).assignments).toMatchObject([first])
    const left = await proposalOf(run.data.id)
    expect(left).toMatchObject({ added: rest, rosterVersion: 2, run: { decision: 'accepted-in-part' } })
    const gone = await clinic.owner.post(`/runs/${run.data.id}/accept`, part, { version: 2 })
    expect(gone.error.code).toBe('conflict')
    expect(gone.error.message).toContain('no longer part')
    await clinic.owner.post(`/runs/${run.data.id}/accept`, {}, { version: 2 })
    expect((await gridOf(roster.id)).assignments).toHaveLength(21)
  })

  test('a proposal that would now break a hard rule is refused with the breach', async () => {
    const roster = await newRoster(clinic)
    const run = await start(roster.id, { evaluations: 300_000 })
    await runEnd(clinic.owner, run.data.id)
    const { added } = await proposalOf(run.data.id)
    const grid = await gridOf(roster.id)
    const taken = added[0]
    const shift = grid.shifts.find((candidate) => candidate.id === taken?.shiftId)
    const timeOff = { employeeId: taken?.employeeId, start: shift?.start, end: shift?.end }
    expect((await clinic.owner.post('/time-off', timeOff)).status).toBe(201)
    const refused = await clinic.owner.post(`/runs/${run.data.id}/accept`, {}, { version: 1 })
    expect(refused.status).toBe(409)
    expect(refused.error.details).toMatchObject({ breaches: [{ rule: 'unavailable', level: 'hard' }] })
    expect((await gridOf(roster.id)).assignments).toEqual([])
  })

  test('a run with a scope leaves everything outside it as it is', async () => {
    const roster = await newRoster(clinic)
    const grid = await gridOf(roster.id)
    const monday = grid.shifts.find((shift) => shift.day === '2027-03-22' && shift.name === 'late')
    const add = [{ employeeId: clinic.employeeIds[2], shiftId: monday?.id }]
    await clinic.owner.post(`/rosters/${roster.id}/assignments`, { add }, { version: 1 })
    const run = await start(roster.id, { evaluations: 200_000, fromDay: '2027-03-24', toDay: '2027-03-25' })
    await runEnd(clinic.owner, run.data.id)
    const { added, removed } = await proposalOf(run.data.id)
    expect(removed).toEqual([])
    const days = added.map((change) => grid.shifts.find((shift) => shift.id === change.shiftId)?.day)
    expect(new Set(days)).toEqual(new Set(['2027-03-24', '2027-03-25']))
    const wrong = await start(roster.id, { fromDay: '2027-03-25', toDay: '2027-03-24' })
    expect(wrong.error.code).toBe('validation_failed')
  })

  test('an organisation runs only so many at once, and a roster without shifts or people is refused in words', async () => {
    const busy = await newClinic(3)
    const rosters = await Promise.all([1, 2, 3, 4].map((index) => newRoster(busy, `Week ${index}`)))
    const answers = []
    for (const roster of rosters)
      answers.push(await busy.owner.post<Run>(`/rosters/${roster.id}/runs`, { seconds: 600, ...neverProven }))
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 409])
    expect(answers[3]?.error.code).toBe('capacity_exceeded')
    for (const answer of answers.slice(0, 3)) await busy.owner.post(`/runs/${answer.data.id}/cancel`)
    for (const answer of answers.slice(0, 3)) {
      expect((await runEnd(busy.owner, answer.data.id)).state).toBe('cancelled')
    }
    const empty = await newOwner('Empty')
    const roster = await empty.post<{ id: string }>('/rosters', { name: 'Empty', start: '2027-03-22', days: 7 })
    const refused = await empty.post(`/rosters/${roster.data.id}/runs`, {})
    expect(refused.status).toBe(422)
    expect(refused.error).toMatchObject({ code: 'problem_invalid', details: { issues: expect.any(Array) } })
  })

  test('another organisation and a viewer cannot start, follow, cancel or accept', async () => {
    const roster = await newRoster(clinic)
    const run = await start(roster.id, { evaluations: 10_000 })
    await runEnd(clinic.owner, run.data.id)
    const stranger = await newOwner('Stranger')
    const viewer = await newMember(clinic.owner.orgId, 'viewer')
    for (const path of ['', '/progress', '/proposal']) {
      expect((await stranger.get(`/runs/${run.data.id}${path}`)).error.code).toBe('not_found')
      expect((await viewer.get(`/runs/${run.data.id}${path}`)).error.code).toBe('not_found')
    }
    for (const [path, body, sent] of [
      ['cancel', undefined, {}],
      ['reject', undefined, {}],
      ['accept', {}, { version: 1 }],
    ] as const) {
      expect((await stranger.post(`/runs/${run.data.id}/${path}`, body, sent)).error.code).toBe('not_found')
      expect((await viewer.post(`/runs/${run.data.id}/${path}`, body, sent)).error.code).toBe('forbidden')
    }
    expect((await viewer.post(`/rosters/${roster.id}/runs`, {})).error.code).toBe('forbidden')
  })
})
