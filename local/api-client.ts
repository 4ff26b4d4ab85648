import type * as z from 'zod'
import { Failure } from './failure.ts'

/** A part of the API's answers as this client reads them. */
interface Envelope<T> {
  data: T
  error?: { code: string; message: string; details?: unknown }
  meta?: { nextCursor?: string | null }
}

export interface Sent {
  body?: unknown
  /** Sent as `If-Match`. */
  version?: number
  idempotencyKey?: string
}

/** An answer that was no success. */
class Refusal extends Failure {
  readonly status: number
  readonly code: string
  readonly details: unknown

  constructor(what: string, status: number, error: Envelope<unknown>['error']) {
    super(`${what} was refused (${status}): ${error?.message ?? 'no reason given'}`)
    this.status = status
    this.code = error?.code ?? 'unknown'
    this.details = error?.details
  }
}

/** Speaks to the real HTTP API as a signed-in user, as any integration would. */
export class ApiClient {
  readonly url: string
  readonly #cookies = new Map<string, string>()
  /** Sent with every request once set. */
  organisationId: string | null = null

  constructor(url: string) {
    this.url = url
  }

  /** Answers `data` of the envelope, checked by `schema`. Errors: Refusal with the API's own sentence. */
  async call<S extends z.ZodType>(schema: S, method: string, path: string, sent: Sent = {}): Promise<z.output<S>> {
    const response = await this.#send(method, `/api/v1${path}`, sent)
    const envelope = (await response.json()) as Envelope<unknown>
    if (!response.ok) throw new Refusal(`${method} ${path}`, response.status, envelope.error)
    return schema.parse(envelope.data)
  }

  /** Text of an answer that is a file. */
  async text(path: string): Promise<string> {
    const response = await this.#send('GET', `/api/v1${path}`, {})
    if (!response.ok) {
      throw new Refusal(`GET ${path}`, response.status, ((await response.json()) as Envelope<unknown>).error)
    }
    return response.text()
  }

  /** Makes the account unless it exists, and signs in. Errors: Refusal when the password is not this account's. */
  async signIn(account: { name: string; email: string; password: string }): Promise<void> {
    for (const [path, body] of [
      ['sign-up', account],
      ['sign-in', { email: account.email, password: account.password }],
    ] as const) {
      const response = await this.#send('POST', `/api/auth/${path}/email`, { body })
      if (response.ok) continue
      throw new Refusal(
        `${path} of ${account.email}`,
        response.status,
        ((await response.json()) as Envelope<unknown>).error,
      )
    }
  }

  async #send(method: string, path: string, { body, version, idempotencyKey }: Sent): Promise<Response> {
    const headers = new Headers()
    if (this.#cookies.size > 0) {
      headers.set('Cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    if (this.organisationId !== null) headers.set('X-Organisation-Id', this.organisationId)
    if (version !== undefined) headers.set('If-Match', `"${version}"`)
    if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey)
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    const response = await fetch(this.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split('; ')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}
