import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { uuidV7 } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { bulkItemsMax, bulkRequest, bulkResult } from '../../contract/bulk.ts'
import { skillCreate, skillUpdate } from '../../contract/people.ts'
import { Conflict, Forbidden } from '../../errors.ts'
import { createSkill } from '../skills/create-skill.ts'
import { deleteSkill } from '../skills/delete-skill.ts'
import { listSkills } from '../skills/list-skills.ts'
import { updateSkill } from '../skills/update-skill.ts'
import { failureOf, membersOfFile } from '../tests/test-context.ts'
import { changeMany } from './change-many.ts'

const database = testDatabase()
const members = membersOfFile(database)

const verbs = { write: 'people:write', create: createSkill, update: updateSkill, remove: deleteSkill } as const
const request = bulkRequest(skillCreate, skillUpdate)
const send = (ctx: Context, items: object[], atomic = false) => changeMany(ctx, verbs, request.parse({ atomic, items }))
let serial = 0
const add = (code = `c${++serial}`) => ({ op: 'create', data: { code, name: `Skill ${code}` } })
const codes = async (ctx: Context) => (await listSkills(ctx, { limit: 500 })).items.map(({ code }) => code)

test('creates, changes and deletes in one request, and answers for each in order', async () => {
  const { owner } = members
  const [kept, gone] = [
    await createSkill(owner, skillCreate.parse(add().data)),
    await createSkill(owner, skillCreate.parse(add().data)),
  ]
  const added = add()
  const result = await send(owner, [
    added,
    { op: 'update', id: kept.id, version: 1, data: { name: 'Renamed' } },
    { op: 'delete', id: gone.id },
  ])
  expect(bulkResult.parse(result)).toEqual(result)
  expect(result).toMatchObject({ done: 3, refused: 0 })
  expect(result.results.map(({ id, version }) => [id, version])).toEqual([
    [expect.any(String), 1],
    [kept.id, 2],
    [gone.id, null],
  ])
  const now = await codes(owner)
  expect(now).toContain(added.data.code)
  expect(now).not.toContain(gone.code)
})

test('what is refused is undone by itself, says why, and the rest is done', async () => {
  const { owner } = members
  const stored = await createSkill(owner, skillCreate.parse(add().data))
  const missing = uuidV7()
  const [first, last] = [add(), add()]
  const result = await send(owner, [
    first,
    add(stored.code),
    { op: 'update', id: stored.id, version: 9, data: { name: 'Lost' } },
    { op: 'delete', id: missing },
    last,
  ])
  expect(result).toMatchObject({ done: 2, refused: 3 })
  expect(result.results.map(({ error }) => error?.code ?? null)).toEqual([
    null,
    'already_exists',
    'version_conflict',
    'not_found',
    null,
  ])
  const now = await codes(owner)
  expect([first, last].every(({ data }) => now.includes(data.code))).toBe(true)
})

test('all or nothing: one refusal undoes everything and names every refused item', async () => {
  const { owner } = members
  const before = await codes(owner)
  const [one, two] = [add(), add()]
  const error = await failureOf(send(owner, [one, add(one.data.code), two, { op: 'delete', id: uuidV7() }], true))
  expect(error).toBeInstanceOf(Conflict)
  const { refused } = (error as Conflict).details as { refused: { index: number; error: { code: string } }[] }
  expect(refused.map(({ index, error: { code } }) => [index, code])).toEqual([
    [1, 'already_exists'],
    [3, 'not_found'],
  ])
  expect(await codes(owner)).toEqual(before)
  expect(await send(owner, [one, two], true)).toMatchObject({ done: 2, refused: 0 })
})

test('each item has its own line in the log, refused ones none', async () => {
  const { owner } = members
  const code = `c${++serial}`
  const { results } = await send(owner, [add(code), add(code)])
  const lines = await withOrg(owner.db, owner.orgId, (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(eq(auditLog.entityId, results[0]?.id ?? '')),
  )
  expect(lines).toMatchObject([{ action: 'create-skill', actorId: owner.user.id }])
  const { rows } = await database.owner.query(`select count(*)::int as n from skills where code = $1`, [code])
  expect(rows).toEqual([{ n: 1 }])
})

test('a thousand items are taken, one more and none are not', async () => {
  const items = (count: number) => ({ items: Array.from({ length: count }, () => add()) })
  expect(request.safeParse(items(0)).success).toBe(false)
  expect(request.safeParse(items(bulkItemsMax + 1)).success).toBe(false)
  const result = await changeMany(members.owner, verbs, request.parse(items(bulkItemsMax)))
  expect(result).toMatchObject({ done: bulkItemsMax, refused: 0 })
})

test('who may not write is refused before anything, and other tenants are out of reach', async () => {
  const { owner, viewer, stranger } = members
  const { id } = await createSkill(owner, skillCreate.parse(add().data))
  expect(await failureOf(send(viewer, [add()]))).toBeInstanceOf(Forbidden)
  expect((await send(stranger, [{ op: 'delete', id }])).results[0]?.error?.code).toBe('not_found')
  expect((await listSkills(stranger, { limit: 5 })).items).toEqual([])
})
