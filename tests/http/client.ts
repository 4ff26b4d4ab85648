// A client as an integration would write it: cookies, envelopes, versions. Tests make users and organisations of their own.
import pg from 'pg'
import { expect, inject } from 'vitest'
import type { Meta } from '../../api/contract/envelope.ts'
import type { ErrorCode } from '../../api/contract/errors.ts'
import type { Role } from '../../api/contract/permissions.ts'
import { uuidV7 } from '../../platform/ids.ts'

export type Answer<T = unknown> = {
  status: number
  headers: Headers
  /** Of a success; undefined for a failure. */
  data: T
  error: { code: ErrorCode; message: string; details?: unknown }
  meta: Meta
  text: string
}

export type Sent = { body?: unknown; raw?: string; headers?: Record<string, string>; version?: number }

export const password = 'correct horse battery'

/** One browser: keeps its cookies. */
export class Client {
  readonly url: string
  readonly #cookies = new Map<string, string>()
  userId = ''
  email = ''
  orgId = ''

  constructor(url = inject('stack').url) {
    this.url = url
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Sends one request below the server's address; bodies are JSON unless `raw`. */
  async send<T = unknown>(method: string, path: string, sent: Sent = {}): Promise<Answer<T>> {
    const headers = new Headers(sent.headers)
    if (this.#cookies.size > 0 && !headers.has('Cookie')) headers.set('Cookie', this.cookie)
    if (sent.version !== undefined) headers.set('If-Match', `"${sent.version}"`)
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
    if (body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    const response = await fetch(this.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const text = await response.text()
    const parsed = response.headers.get('Content-Type')?.startsWith('application/json') ? JSON.parse(text) : {}
    return { status: response.status, headers: response.headers, ...parsed, text }
  }

  get = <T = unknown>(path: string, sent?: Sent): Promise<Answer<T>> => this.send<T>('GET', `/api/v1${path}`, sent)
  post = <T = unknown>(path: string, body?: unknown, sent?: Sent): Promise<Answer<T>> =>
    this.send<T>('POST', `/api/v1${path}`, { body, ...sent })

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split('; ')
    const at = pair.indexOf('=')
    if (attributes.includes('Max-Age=0')) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** A signed-in user without any organisation; of the shared stack unless another address is given. */
export const newUser = async (name = 'Ada', url?: string): Promise<Client> => {
  const client = new Client(url)
  client.email = `${uuidV7()}@muster.example`
  const account = { name, email: client.email, password }
  expect((await client.send('POST', '/api/auth/sign-up/email', { body: account })).status).toBe(200)
  await signIn(client)
  const me = await client.get<{ user: { id: string } }>('/me')
  client.userId = me.data.user.id
  return client
}

export const signIn = async (client: Client): Promise<void> => {
  const { status } = await client.send('POST', '/api/auth/sign-in/email', { body: { email: client.email, password } })
  expect(status).toBe(200)
}

/** A signed-in owner of a fresh organisation, which is active. */
export const newOwner = async (name = 'Vet', url?: string): Promise<Client> => {
  const client = await newUser('Ada', url)
  const created = await client.post<{ id: string }>('/organisations', { name, zone: 'Europe/Berlin' })
  expect(created.status).toBe(201)
  client.orgId = created.data.id
  return client
}

/** A signed-in member of an organisation in a role. Invitations are no part of the API yet, so the row is written directly. */
export const newMember = async (orgId: string, role: Role): Promise<Client> => {
  const client = await newUser(role)
  await asAuth((db) =>
    db.query('insert into members (id, org_id, user_id, role) values ($1, $2, $3, $4)', [
      uuidV7(),
      orgId,
      client.userId,
      role,
    ]),
  )
  expect((await client.post('/organisation/activate', { organisationId: orgId })).status).toBe(200)
  client.orgId = orgId
  return client
}

/** Looks into the database as the role of sign-in and membership. */
export const asAuth = async <T>(work: (db: pg.Client) => Promise<T>): Promise<T> => {
  const db = new pg.Client({ connectionString: inject('stack').authUrl })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}
