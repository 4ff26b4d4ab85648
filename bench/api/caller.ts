// One signed-in owner of all seeded organisations, calling as a browser would: cookies that are renewed are kept.
import type pg from 'pg'
import type { Timed } from './load.ts'

const account = { name: 'Bench', email: 'bench@muster.example', password: 'correct horse battery' }

/** Who has no answer by then has failed. */
const patienceMs = 30_000

export interface Caller {
  readonly cookie: string
  /** Timed until the last byte of the answer's body. */
  call(method: string, path: string, orgId: string, sent?: { body?: unknown; version?: number }): Promise<Timed>
}

/** Signs up once, becomes owner of the organisations by the table, and signs in. */
export async function openCaller(url: string, owner: pg.Client, orgIds: readonly string[]): Promise<Caller> {
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(body),
    })
  await (await post('/api/auth/sign-up/email', account)).text()
  const { rows } = await owner.query<{ id: string }>('select id from users where email = $1', [account.email])
  await owner.query(
    `insert into members (id, org_id, user_id, role) select gen_random_uuid(), o, $2, 'owner' from unnest($1::uuid[]) o on conflict do nothing`,
    [orgIds, rows[0]?.id],
  )
  const { email, password } = account
  const signedIn = await post('/api/auth/sign-in/email', { email, password })
  await signedIn.text()
  const cookies = new Map<string, string>()
  const keepCookies = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair)
    }
  }
  keepCookies(signedIn)
  if (!signedIn.ok) throw new Error(`Signing in answered ${signedIn.status}.`)
  const cookieNow = () => [...cookies.values()].join('; ')
  return {
    get cookie() {
      return cookieNow()
    },
    async call(method, path, orgId, { body, version } = {}) {
      // In the cloud answers are compressed at the edge, not by the Worker.
      const headers = new Headers({
        cookie: cookieNow(),
        origin: url,
        'accept-encoding': 'identity',
        'x-organisation-id': orgId,
      })
      if (body !== undefined) headers.set('content-type', 'application/json')
      if (version !== undefined) headers.set('if-match', `"${version}"`)
      const startMs = performance.now()
      const response = await fetch(url + path, {
        method,
        headers,
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((error: unknown) => new Response(String(error), { status: 504 }))
      keepCookies(response)
      await response.arrayBuffer().catch(() => undefined)
      const ms = performance.now() - startMs
      const timing = /\bdb;[^,]*?dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')
      return {
        ms,
        status: response.status,
        databaseMs: timing ? Number(timing[1]) : null,
      }
    },
  }
}
