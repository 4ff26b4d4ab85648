// Roles and keys at every endpoint, held against the one permission table.
import { beforeAll, expect, test } from 'vitest'
import { allPermissions, type Permission, permissionsByRole, type Role, roles } from '../../api/contract/permissions.ts'
import { uuidV7 } from '../../platform/ids.ts'
import { Client, newMember, newOwner } from './client.ts'
import { callEndpoint, type Endpoint, readEndpoints } from './endpoints.ts'

/** Hundreds of requests each. */
const timeout = 300_000

let endpoints: Endpoint[]
let owner: Client
const members = new Map<Role, Client>()

/** These act on the person or the session itself; the last would take the organisation with it. */
const aside = /^\/api\/(auth|health)|\/organisations$|\/activate$|\/accept$|\/live$|\/organisation\/delete$/

beforeAll(async () => {
  owner = await newOwner('Roles')
  members.set('owner', owner)
  for (const role of roles.filter((one) => one !== 'owner')) members.set(role, await newMember(owner.orgId, role))
  endpoints = (await readEndpoints()).filter(({ path }) => !aside.test(path))
})

type Refusal = { permission: Permission } | undefined
/** The permission whose want a caller was refused for; undefined when it was not refused. */
const refusalOf = async (
  client: Client,
  endpoint: Endpoint,
  headers: Record<string, string> = {},
): Promise<Refusal> => {
  const { status, error } = await callEndpoint(client, endpoint, uuidV7(), headers)
  return status === 403 ? (error.details as Refusal) : undefined
}

test('each role is refused where the table withholds what an endpoint asks for, and nowhere else', {
  timeout,
}, async () => {
  for (const endpoint of endpoints) {
    const name = `${endpoint.method} ${endpoint.path}`
    const refusals = await Promise.all(
      [...members].map(async ([role, client]) => ({ role, refusal: await refusalOf(client, endpoint) })),
    )
    const asked = new Set(refusals.flatMap(({ refusal }) => (refusal ? [refusal.permission] : [])))
    for (const { role, refusal } of refusals) {
      const withheld = [...asked].filter((permission) => !permissionsByRole[role].includes(permission))
      expect([name, role, refusal !== undefined, [...asked]]).toEqual([name, role, withheld.length > 0, [...asked]])
    }
  }
})

test('a key with one small permission is refused wherever an endpoint asks for another', { timeout }, async () => {
  const permission = 'places:read'
  const { data } = await owner.post<{ secret: string }>('/api-keys', { name: 'Narrow', permissions: [permission] })
  const headers = { Authorization: `Bearer ${data.secret}` }
  const open: string[] = []
  for (const endpoint of endpoints) {
    const { status, error } = await callEndpoint(new Client(), endpoint, uuidV7(), headers)
    if (status === 403) {
      const { permission: wanted } = (error.details ?? {}) as { permission?: Permission }
      if (wanted !== undefined) expect(allPermissions.filter((one) => one !== permission)).toContain(wanted)
    } else open.push(`${endpoint.method} ${endpoint.path}`)
  }
  const writes = open.filter((name) => !name.startsWith('GET '))
  expect(writes).toEqual([])
  expect(open).toContain('GET /api/v1/sites')
})
