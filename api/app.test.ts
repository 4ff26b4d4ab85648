import { expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import type { KnownSession } from './auth/create-auth.ts'
import { barePlatform } from './tests/bare-platform.ts'

const app = createApp(barePlatform())
const json = { 'Content-Type': 'application/json' }
type Failure = {
  success: boolean
  error: { code: string; message: string; details?: unknown }
  meta: { requestId: string }
}
const read = async (response: Response | Promise<Response>) => {
  const answered = await response
  return { status: answered.status, headers: answered.headers, body: (await answered.json()) as Failure }
}

test('every failure is an envelope with its request id, and the caller may name the id', async () => {
  const { status, headers, body } = await read(
    app.request('/api/v1/nowhere', { headers: { 'X-Request-Id': 'caller-0001' } }),
  )
  expect(status).toBe(404)
  expect(body).toMatchObject({ success: false, error: { code: 'not_found' }, meta: { requestId: 'caller-0001' } })
  expect(headers.get('X-Request-Id')).toBe('caller-0001')
  expect(headers.get('X-API-Version')).toBe('1')
})

test('a request id with anything but plain characters is replaced', async () => {
  const { body } = await read(app.request('/api/v1/nowhere', { headers: { 'X-Request-Id': 'a"b<script>' } }))
  expect(body.meta.requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test('a known path with another method is 405 and says what is allowed', async () => {
  const { status, headers, body } = await read(app.request('/api/v1/me', { method: 'DELETE' }))
  expect([status, body.error.code, headers.get('Allow')]).toEqual([405, 'method_not_allowed', 'GET, HEAD'])
})

test('strangers get 401 before anything of their request is read', async () => {
  const { status, body } = await read(
    app.request('/api/v1/organisations', { method: 'POST', headers: json, body: '{"unknown": 1}' }),
  )
  expect([status, body.error.code]).toEqual([401, 'unauthenticated'])
})

test('a huge body is refused by its length alone', async () => {
  const body = new ReadableStream({
    pull: () => {
      throw new Error('was read')
    },
  })
  const headers = { ...json, 'Content-Length': String(100 * 1024 * 1024) }
  const request = new Request('http://x/api/v1/organisations', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  const { status, body: answer } = await read(app.fetch(request))
  expect([status, answer.error.code]).toEqual([413, 'payload_too_large'])
})

test('a body without declared length is read no further than the limit', async () => {
  let pulled = 0
  const body = new ReadableStream({
    pull: (controller) => {
      pulled++
      controller.enqueue(new Uint8Array(256 * 1024))
    },
  })
  const request = new Request('http://x/api/v1/organisations', {
    method: 'POST',
    headers: json,
    body,
    duplex: 'half',
  } as RequestInit)
  expect((await app.fetch(request)).status).toBe(413)
  expect(pulled).toBeLessThan(10)
})

test('broken JSON, JSON nested too deep, and another media type are refused in words', async () => {
  const post = (body: string, headers: Record<string, string> = json) =>
    read(app.request('/api/auth/sign-in/email', { method: 'POST', headers, body }))
  expect((await post('{"email":')).body.error).toMatchObject({
    code: 'bad_request',
    message: expect.stringContaining('JSON'),
  })
  expect((await post(`${'['.repeat(5000)}`)).body.error.message).toContain('nested deeper than 32')
  expect((await post('email=a', { 'Content-Type': 'text/plain' })).body.error.code).toBe('unsupported_media_type')
})

test('every bad field is listed with its place, unknown ones too', async () => {
  const { status, body } = await read(
    app.request('/api/auth/sign-up/email', {
      method: 'POST',
      headers: json,
      body: '{"email":"x","password":"short","admin":true}',
    }),
  )
  expect([status, body.error.code]).toEqual([400, 'validation_failed'])
  const { fields } = body.error.details as { fields: { in: string; field: string }[] }
  expect(fields.map(({ field }) => field).sort()).toEqual(['admin', 'email', 'name', 'password'])
  expect(new Set(fields.map((field) => field.in))).toEqual(new Set(['body']))
})

test("a write from another site's page is refused; one from our page, or from no page, is not", async () => {
  const status = async (headers: Record<string, string>, url = 'https://muster.example') =>
    (await app.request(`${url}/api/v1/organisations`, { method: 'POST', headers: { ...json, ...headers }, body: '{}' }))
      .status
  expect(await status({ Origin: 'https://evil.example' })).toBe(403)
  expect(await status({ Origin: 'null' })).toBe(403)
  expect(await status({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect(await status({ Origin: 'https://muster.example' })).toBe(401)
  expect(await status({ Origin: 'http://127.0.0.1:8787' }, 'http://127.0.0.1:8787')).toBe(401)
  expect(await status({})).toBe(401)
})

test('an unknown error tells nothing but the request id, and is logged in full', async () => {
  const error = vi.fn()
  const broken = createApp(
    barePlatform({
      auth: {
        ...barePlatform().auth,
        session: async () => {
          throw new Error('relation "users" does not exist')
        },
      },
      log: { info: () => undefined, warn: () => undefined, error },
    }),
  )
  const { status, body } = await read(broken.request('/api/v1/me'))
  expect([status, body.error.code]).toEqual([500, 'internal'])
  expect(JSON.stringify(body)).not.toContain('relation')
  expect(body.error.message).toContain(body.meta.requestId)
  expect(error).toHaveBeenCalledWith('failed', expect.objectContaining({ reason: 'relation "users" does not exist' }))
})

test('signing in is limited per address and person, also without Redis', async () => {
  const post = (email: string) =>
    app.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email, password: 'guess' }),
    })
  for (let tries = 0; tries < 10; tries++) expect((await post('victim@muster.example')).status).toBe(404)
  const limited = await post('Victim@muster.example')
  expect(limited.status).toBe(429)
  expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await post('other@muster.example')).status).toBe(404)
})

test('pages and answers carry a strict policy, HSTS under https, and no permission for other origins', async () => {
  const { headers } = await app.request('/api/docs', { headers: { Origin: 'https://evil.example' } })
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
  expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
  expect(headers.get('Strict-Transport-Security')).toContain('max-age')
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
})

test('a member acts in the named organisation; a foreign one looks like a missing one', async () => {
  const session: KnownSession = {
    user: { id: 'u', email: 'a@muster.example', name: 'Ada' },
    session: { id: 's', expiresAt: new Date('2027-04-01'), activeOrganisationId: null },
    cookies: ['renewed=1; Path=/'],
  }
  const asked: string[] = []
  const signedIn = createApp(
    barePlatform({
      auth: {
        ...barePlatform().auth,
        session: async () => session,
        memberships: {
          list: async () => [],
          found: async () => undefined,
          accessOf: async (_, orgId) => {
            asked.push(orgId)
            return null
          },
        },
      },
    }),
  )
  const orgId = '01a1fc28-b0d3-7756-8bb8-9a39b5b8970d'
  const foreign = await read(signedIn.request('/api/v1/live', { headers: { 'X-Organisation-Id': orgId } }))
  expect([foreign.status, foreign.body.error.code]).toEqual([404, 'not_found'])
  expect(asked).toEqual([orgId])
  const none = await read(signedIn.request('/api/v1/live'))
  expect([none.status, none.body.error.code]).toEqual([400, 'bad_request'])
  expect(none.headers.get('Set-Cookie')).toBe('renewed=1; Path=/')
})
