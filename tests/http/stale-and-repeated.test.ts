// A version that is no longer true, and a request sent twice: at every endpoint that takes one.
import { beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../platform/ids.ts'
import { type Client, newMember, newOwner } from './client.ts'
import { callEndpoint, type Endpoint, readEndpoints } from './endpoints.ts'
import { asOwner, makeOwnRecords, type OwnRecords } from './own-records.ts'
import { bodies } from './records.ts'

/** Hundreds of requests. */
const timeout = 300_000
/** What is shown once only, so that a repeat answers null in its place. */
const shownOnce = new Set(['secret', 'token'])

let owner: Client
let records: OwnRecords
let endpoints: Endpoint[]
const nameOf = ({ method, path }: Endpoint) => `${method} ${path.replace('/api/v1', '')}`
const takes = ({ operation }: Endpoint, header: string) =>
  (operation.parameters ?? []).some((parameter) => parameter.in === 'header' && parameter.name === header)
const plain = (data: unknown) => JSON.stringify(data, (key, value) => (shownOnce.has(key) ? undefined : value))

beforeAll(async () => {
  owner = await newOwner('Stale')
  records = await makeOwnRecords(owner)
  await asOwner(owner.orgId, "update rosters set state = 'published', published_at = now() where org_id = $org")
  endpoints = await readEndpoints()
}, timeout)

/** Ids by the first part of the path, of what `makeOwnRecords` does not make. */
const makeMore = async (): Promise<Record<string, string>> => {
  const { site, type } = records.ids
  const made = ['job-roles', 'channels', 'blackout-dates', 'demand', 'demand-patterns', 'demand-curves', 'api-keys']
  const viewer = await newMember(owner.orgId, 'viewer')
  const { data: members } = await owner.get<{ id: string; userId: string }[]>('/members')
  const more: Record<string, string> = { members: members.find(({ userId }) => userId === viewer.userId)?.id ?? '' }
  for (const name of made) {
    const places = { siteId: site.id, shiftTypeId: type.id }
    const body = Object.fromEntries(
      Object.entries({ ...bodies()[`/${name}`] }).map(([key, value]) => [key, places[key as 'siteId'] ?? value]),
    )
    await owner.post(`/${name}`, body)
    // Some are there already, and only one may be.
    const [known] = (await owner.get<{ id: string }[]>(`/${name}`)).data
    if (known === undefined) throw new Error(`${name}: none was made`)
    more[name] = known.id
  }
  return more
}

test('a version that is no longer true is refused by every endpoint that asks for one', { timeout }, async () => {
  const more = await makeMore()
  const versioned = endpoints.filter((endpoint) => takes(endpoint, 'if-match'))
  expect(versioned.length).toBeGreaterThan(50)
  const others: string[] = []
  for (const endpoint of versioned) {
    const id = more[endpoint.path.split('/')[3] ?? ''] ?? records.idFor(endpoint)
    const { status, error } = await callEndpoint(owner, endpoint, id, {}, {}, 999)
    if (status !== 409 || error.code !== 'version_conflict') {
      others.push(`${nameOf(endpoint)}: ${status} ${error?.code} ${error?.message}`)
    }
  }
  expect(others).toEqual([])
})

test('a POST sent twice with one key is answered the same and leaves one line in the log at most', {
  timeout,
}, async () => {
  const lines = async () => {
    const [row] = await asOwner(owner.orgId, 'select count(*)::int as count from audit_log where org_id = $org')
    return row?.count
  }
  const posts = endpoints.filter(({ method, path }) => method === 'POST' && !/\/organisation(s$|\/)/.test(path))
  const done: string[] = []
  for (const endpoint of posts.filter((one) => takes(one, 'idempotency-key'))) {
    const headers = { 'Idempotency-Key': uuidV7() }
    const body = bodies()[endpoint.path.replace('/api/v1', '')] ?? {}
    const send = () => callEndpoint(owner, endpoint, records.idFor(endpoint), headers, { ...body })
    const first = await send()
    const before = await lines()
    const second = await send()
    expect([nameOf(endpoint), second.status, plain(second.data)]).toEqual([
      nameOf(endpoint),
      first.status,
      plain(first.data),
    ])
    expect([nameOf(endpoint), await lines()]).toEqual([nameOf(endpoint), before])
    if (first.status < 300) done.push(nameOf(endpoint))
  }
  expect(done.length).toBeGreaterThan(30)
})
