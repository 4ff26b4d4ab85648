// An API key over the wire: who it is, what it may do, and where it ends.
import { beforeAll, expect, test } from 'vitest'
import { Client, newOwner } from './client.ts'

type Key = { id: string; secret: string | null; version: number }

let ada: Client
beforeAll(async () => {
  ada = await newOwner()
})

const make = async (permissions: string[], headers: Record<string, string> = {}): Promise<Key> => {
  const { status, data } = await ada.post<Key>('/api-keys', { name: 'Robot', permissions }, { headers })
  expect(status).toBe(201)
  return data
}
const bearer = ({ secret }: Pick<Key, 'secret'>, more: Record<string, string> = {}) => ({
  headers: { Authorization: `Bearer ${secret}`, ...more },
})
const robot = () => new Client()

test('a key reads and writes what it was given, in its own organisation and nowhere else', async () => {
  const key = await make(['people:read', 'people:write'])
  const created = await robot().post<{ id: string }>('/skills', { code: 'k', name: 'By key' }, bearer(key))
  expect(created.status).toBe(201)
  expect((await robot().get<{ id: string }[]>('/skills', bearer(key))).data.map(({ id }) => id)).toContain(
    created.data.id,
  )
  const refused = await robot().get('/rosters', bearer(key))
  expect([refused.status, refused.error.message]).toEqual([403, expect.stringContaining('"rosters:read"')])
  const bo = await newOwner('Bo')
  const elsewhere = bearer(key, { 'X-Organisation-Id': bo.orgId })
  expect((await robot().get('/skills', elsewhere)).status).toBe(404)
})

test('a key is nobody: what concerns a person is refused, and the cookie beside it counts for nothing', async () => {
  const key = await make(['people:read'])
  expect((await ada.get('/me', bearer(key))).status).toBe(403)
  expect((await ada.post('/organisations', { name: 'X', zone: 'Europe/Berlin' }, bearer(key))).status).toBe(403)
  expect((await ada.get('/api-keys', bearer(key))).status).toBe(403)
  expect((await ada.get('/skills', bearer({ secret: `mk_${'x'.repeat(43)}` }))).status).toBe(401)
})

test('cross-site guards do not apply to a key, only to cookies', async () => {
  const key = await make(['people:write'])
  const foreign = { Origin: 'https://other.example' }
  expect((await robot().post('/skills', { code: 'x1', name: 'X' }, bearer(key, foreign))).status).toBe(201)
  expect((await ada.post('/skills', { code: 'x2', name: 'X' }, { headers: foreign })).status).toBe(403)
})

test('a repeat with the same Idempotency-Key makes no second key and does not show the secret again', async () => {
  const headers = { 'Idempotency-Key': 'make-robot-key' }
  const first = await make(['people:read'], headers)
  const again = await make(['people:read'], headers)
  expect(first.secret).toMatch(/^mk_/)
  expect(again).toEqual({ ...first, secret: null })
})

test('a revoked key is refused at the next request', async () => {
  const key = await make(['people:read'])
  expect((await robot().get('/skills', bearer(key))).status).toBe(200)
  expect((await ada.send('DELETE', `/api/v1/api-keys/${key.id}`)).status).toBe(204)
  const refused = await robot().get('/skills', bearer(key))
  expect([refused.status, refused.error.code]).toEqual([401, 'unauthenticated'])
})
