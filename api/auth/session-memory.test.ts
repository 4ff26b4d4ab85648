import { expect, test, vi } from 'vitest'
import type { KnownSession } from './create-auth.ts'
import { rememberingSessions } from './session-memory.ts'

const session = (cookies: string[] = [], expiresAt = new Date(1_000_000)): KnownSession => ({
  user: { id: 'u', email: 'ada@muster.example', name: 'Ada' },
  session: { id: 's', expiresAt, activeOrganisationId: null },
  cookies,
})
const asking = (answer: (headers: Headers) => KnownSession | null) => {
  let nowMs = 0
  const look = vi.fn(async (headers: Headers) => answer(headers))
  const remembering = rememberingSessions(look, 10, () => nowMs)
  return {
    look,
    ask: (cookie: string) => remembering(new Headers({ Cookie: cookie })),
    at(ms: number) {
      nowMs = ms
    },
  }
}

test('the same cookies are known for ten seconds and no longer', async () => {
  const { look, ask, at } = asking(() => session())
  expect(await ask('a')).toEqual(session())
  at(9_999)
  expect(await ask('a')).toEqual(session())
  expect(look).toHaveBeenCalledTimes(1)
  at(10_000)
  await ask('a')
  expect(look).toHaveBeenCalledTimes(2)
})

test('a cookie that differs in one letter is looked at for itself', async () => {
  const { ask } = asking((headers) => (headers.get('Cookie') === 'good' ? session() : null))
  expect(await ask('good')).not.toBeNull()
  expect(await ask('gooe')).toBeNull()
  expect(await ask('')).toBeNull()
})

test('what the database was asked for is asked again, and nobody is remembered as nobody', async () => {
  const { look, ask } = asking((headers) => (headers.get('Cookie') === 'token' ? session(['renewed']) : null))
  for (const cookie of ['token', 'token', 'forged', 'forged']) await ask(cookie)
  expect(look).toHaveBeenCalledTimes(4)
})

test('a session is not remembered beyond its own end', async () => {
  const { look, ask, at } = asking(() => session([], new Date(3_000)))
  await ask('a')
  at(3_000)
  await ask('a')
  expect(look).toHaveBeenCalledTimes(2)
})

test('the oldest are forgotten where there are very many', async () => {
  const { look, ask } = asking(() => session())
  for (let n = 0; n <= 2000; n++) await ask(`c${n}`)
  look.mockClear()
  await ask('c2000')
  expect(look).not.toHaveBeenCalled()
  await ask('c0')
  expect(look).toHaveBeenCalledTimes(1)
})
