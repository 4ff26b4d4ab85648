// A client of the API to copy from: a key, the envelope opened, failures as values of one class. It needs `fetch` and zod, nothing else.
import * as z from 'zod'
import { failureSchema, metaSchema } from '../api/contract/envelope.ts'
import type { ErrorCode } from '../api/contract/errors.ts'

/** One thing the API does. `endpoints.ts` lists those the example uses; `:id` in the path is given with the call. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  body?: z.ZodType
  query?: z.ZodType
  /** True: the version that was read must be given; sent as `If-Match`. */
  versioned?: true
  data: z.ZodType
}

/** What a call of an endpoint has to say, by what the endpoint asks for. */
export type Given<E extends Endpoint> = { idempotencyKey?: string } & (E['path'] extends `${string}/:id${string}`
  ? { id: string }
  : unknown) &
  (E extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : unknown) &
  (E extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : unknown) &
  (E extends { versioned: true } ? { version: number } : unknown)

/** Of a call: one object, which may be left out where nothing has to be given. */
type Call<E extends Endpoint> = object extends Given<E> ? [given?: Given<E>] : [given: Given<E>]

type Item<E extends Endpoint> = E['data'] extends z.ZodArray<infer I> ? z.output<I> : never

interface Sent {
  id?: string
  body?: unknown
  query?: unknown
  version?: number
  idempotencyKey?: string
}

/** The API said no: what it was asked, its code for programs and its sentence for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly asked: string
  readonly status: number
  readonly code: ErrorCode
  readonly details: unknown

  constructor(asked: string, status: number, failure: z.output<typeof failureSchema>) {
    super(failure.error.message)
    this.asked = asked
    this.status = status
    this.code = failure.error.code
    this.details = failure.error.details
  }
}

const attemptsMax = 3

export class Client {
  readonly #url: string
  readonly #key: string
  readonly #fetch: typeof fetch

  /** `url` is the server's, without a slash at the end; `key` an API key. Another `fetch` may count, log or stand in for the network. */
  constructor(url: string, key: string, send: typeof fetch = fetch) {
    this.#url = url
    this.#key = key
    this.#fetch = send
  }

  /** Answers `data` of the envelope, checked by the endpoint's schema. Errors: ApiError. */
  async call<E extends Endpoint>(endpoint: E, ...[given = {} as Given<E>]: Call<E>): Promise<z.output<E['data']>> {
    return (await this.#ask(endpoint, given)).data
  }

  /** Every record of a list, page by page, in the list's own order. Errors: ApiError. */
  async *each<E extends Endpoint>(endpoint: E, ...[given = {} as Given<E>]: Call<E>): AsyncGenerator<Item<E>> {
    const sent: Sent = given
    for (let cursor: string | null = null; ; ) {
      const query: object = { ...(sent.query as object), ...(cursor !== null && { cursor }) }
      const { data, meta } = await this.#ask(endpoint, { ...sent, query })
      yield* data as Item<E>[]
      cursor = meta.nextCursor ?? null
      if (cursor === null) return
    }
  }

  /** An answer that is a file, as text. Errors: ApiError. */
  async file(endpoint: Omit<Endpoint, 'data'>, given: { id?: string; query?: object } = {}): Promise<string> {
    return (await this.#send(endpoint, given)).text()
  }

  async #ask<E extends Endpoint>(endpoint: E, given: Sent) {
    const response = await this.#send(endpoint, given)
    const schema = z.object({ data: endpoint.data, meta: metaSchema })
    return schema.parse(await response.json()) as { data: z.output<E['data']>; meta: z.output<typeof metaSchema> }
  }

  /** Who asks too fast is told how long to wait; the same Idempotency-Key makes a repeat harmless. */
  async #send({ method, path }: Omit<Endpoint, 'data'>, sent: Sent): Promise<Response> {
    const asked = `${method} ${path}`
    const url = this.#url + addressOf(path, sent)
    const request = { method, headers: this.#headers(method, sent), ...bodyOf(sent) }
    for (let attempt = 1; ; attempt++) {
      const response = await this.#fetch(url, request)
      if (response.ok) return response
      const waitSeconds = Number(response.headers.get('Retry-After') ?? 0)
      if (response.status !== 429 || attempt === attemptsMax) {
        throw new ApiError(asked, response.status, failureSchema.parse(await response.json()))
      }
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000))
    }
  }

  #headers(method: string, { body, version, idempotencyKey }: Sent): Headers {
    const headers = new Headers({ Authorization: `Bearer ${this.#key}` })
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    if (version !== undefined) headers.set('If-Match', `"${version}"`)
    if (method === 'POST') headers.set('Idempotency-Key', idempotencyKey ?? crypto.randomUUID())
    return headers
  }
}

const bodyOf = ({ body }: Sent): { body?: string } => (body === undefined ? {} : { body: JSON.stringify(body) })

const addressOf = (path: string, { id, query }: Sent): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) asked.set(name, String(value))
  const filled = id === undefined ? path : path.replace(':id', encodeURIComponent(id))
  return `/api/v1${filled}${asked.size > 0 ? `?${asked}` : ''}`
}
