import { expect, test } from 'vitest'
import { asAuth, Client, newOwner, newUser, password, signIn } from './client.ts'

test('a new and a taken address are answered alike, and a taken one keeps its password', async () => {
  const ada = await newUser()
  const stranger = new Client()
  const shape = async (email: string) => {
    const { status, text } = await stranger.send('POST', '/api/auth/sign-up/email', {
      body: { name: 'Eve', email, password: 'another password' },
    })
    const { user } = JSON.parse(text) as { user: Record<string, unknown> }
    return { status, keys: Object.keys(user), name: user.name }
  }
  expect(await shape(ada.email)).toEqual(await shape(`new-${ada.email}`))
  expect(stranger.cookie).toBe('')
  await signIn(ada)
})

test('a wrong password and an unknown address are refused in the same words', async () => {
  const ada = await newUser()
  const refusal = async (email: string) => {
    const { status, error } = await new Client().send('POST', '/api/auth/sign-in/email', {
      body: { email, password: 'not the password' },
    })
    return { status, code: error.code, message: error.message }
  }
  const known = await refusal(ada.email)
  expect(known).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect(await refusal(`nobody-${ada.email}`)).toEqual(known)
})

test('the session lives in a cookie that scripts cannot read, and its token in no answer', async () => {
  const ada = await newUser()
  const { headers, text } = await new Client().send('POST', '/api/auth/sign-in/email', {
    body: { email: ada.email, password },
  })
  const cookies = headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    // The stack's address is plain http.
    expect(cookie).not.toContain('Secure')
  }
  const token = await asAuth(async (db) => {
    const { rows } = await db.query<{ token: string }>('select token from sessions where user_id = $1', [ada.userId])
    return rows.map((row) => row.token)
  })
  for (const secret of token) expect(text).not.toContain(secret)
  expect((await ada.send('GET', '/api/auth/get-session')).text).not.toContain('token')
})

test('after signing out the old cookies open nothing', async () => {
  const ada = await newUser()
  // The signed copy of the session may live for a minute; the session itself is gone at once.
  const token = ada.cookie.split('; ').find((pair) => pair.includes('session_token')) ?? ''
  expect((await ada.send('POST', '/api/auth/sign-out', { body: {} })).status).toBe(200)
  expect((await ada.get('/me')).status).toBe(401)
  expect((await new Client().get('/me', { headers: { Cookie: token } })).status).toBe(401)
})

test('a forged or changed session cookie is nobody', async () => {
  const ada = await newUser()
  const cookie = ada.cookie
    .split('; ')
    .filter((pair) => pair.includes('session_token'))
    .map((pair) => `${pair.slice(0, -4)}AAA%3D`)
    .join('; ')
  expect((await new Client().get('/me', { headers: { Cookie: cookie } })).status).toBe(401)
})

test('a session that has expired is refused and swept away', async () => {
  const ada = await newUser()
  const token = ada.cookie.split('; ').find((pair) => pair.includes('session_token')) ?? ''
  await asAuth((db) =>
    db.query("update sessions set expires_at = now() - interval '1 hour' where user_id = $1", [ada.userId]),
  )
  expect((await new Client().get('/me', { headers: { Cookie: token } })).status).toBe(401)
})

test('a new session begins in the organisation where the user was last', async () => {
  const ada = await newOwner('First')
  const first = ada.orgId
  const second = await ada.post<{ id: string }>('/organisations', { name: 'Second', zone: 'Europe/Paris' })
  const active = async () => (await ada.get<{ activeOrganisationId: string }>('/me')).data.activeOrganisationId
  expect(await active()).toBe(second.data.id)
  expect((await ada.post('/organisation/activate', { organisationId: first })).status).toBe(200)
  expect(await active()).toBe(first)
  await signIn(ada)
  expect(await active()).toBe(first)
})

test('a write with cookies from another site is refused, and so is its WebSocket', async () => {
  const ada = await newUser()
  const evil = { Origin: 'https://evil.example' }
  const write = await ada.post('/organisations', { name: 'Stolen', zone: 'Europe/Berlin' }, { headers: evil })
  expect([write.status, write.error.code]).toEqual([403, 'forbidden'])
  const signOut = await ada.send('POST', '/api/auth/sign-out', { body: {}, headers: evil })
  expect(signOut.status).toBe(403)
  expect((await ada.get('/me')).status).toBe(200)
})

test("better-auth's other endpoints do not exist", async () => {
  const ada = await newUser()
  for (const path of ['organization/create', 'update-user', 'delete-user', 'list-sessions', 'change-email', 'ok']) {
    expect((await ada.send('POST', `/api/auth/${path}`, { body: {} })).status).toBe(404)
  }
})

test('guessing a password ends after ten tries, for that person only, and says when to come back', async () => {
  const [ada, bo] = [await newUser(), await newUser()]
  const guess = (email: string) =>
    new Client().send('POST', '/api/auth/sign-in/email', { body: { email, password: 'a guess at it' } })
  const codes: string[] = []
  // Signing up and in counted already.
  for (let tries = 0; tries < 11; tries++) codes.push((await guess(ada.email)).error.code)
  expect(codes[0]).toBe('unauthenticated')
  expect(codes.at(-1)).toBe('rate_limited')
  const limited = await guess(ada.email)
  expect(limited.status).toBe(429)
  expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await guess(bo.email)).status).toBe(401)
})
