// One way to speak to /api/v1: the envelope is opened here, and a failure becomes an `ApiError` with words for the user.

import type { Meta } from '../../api/contract/envelope.ts'
import type { ErrorCode } from '../../api/contract/errors.ts'
import { newId } from './new-id.ts'

/** `network`: nothing answered. `unreadable`: something answered that is not our envelope. */
export type ApiErrorCode = ErrorCode | 'network' | 'unreadable'

/** A refused or failed request. `message` is written for users and names the way out. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly status: number
  readonly details: unknown
  readonly requestId: string | null

  constructor(code: ApiErrorCode, status: number, message: string, details?: unknown, requestId: string | null = null) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.details = details
    this.requestId = requestId
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  query?: Record<string, string | number | boolean | undefined>
  /** Version the caller saw; sent as `If-Match: "<version>"`. */
  version?: number
  /** True for POSTs that create: a retry with the same key is answered once. A string names the key. */
  idempotent?: boolean | string
  signal?: AbortSignal
}

export interface Answer<T> {
  data: T
  meta: Meta
}

let organisationId: string | null = null

/** The organisation this tab acts in; sent with each request so that a switch in another tab changes nothing here. */
export const setOrganisation = (id: string | null): void => {
  organisationId = id
}

export const currentOrganisation = (): string | null => organisationId

const urlOf = (path: string, query: RequestOptions['query']): string => {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) parameters.set(key, String(value))
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

const headersOf = (options: RequestOptions): Headers => {
  const headers = new Headers({ accept: 'application/json' })
  if (options.body !== undefined) headers.set('content-type', 'application/json')
  if (organisationId !== null) headers.set('x-organisation-id', organisationId)
  if (options.version !== undefined) headers.set('if-match', `"${options.version}"`)
  if (options.idempotent)
    headers.set('idempotency-key', typeof options.idempotent === 'string' ? options.idempotent : newId())
  return headers
}

interface Envelope {
  success?: boolean
  data?: unknown
  error?: { code: ErrorCode; message: string; details?: unknown }
  meta?: Meta
}

/**
 * Sends one request below /api/v1 and opens the envelope.
 * Throws `ApiError` when the server refuses, does not answer, or answers something else.
 */
const request = async <T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> => {
  let response: Response
  try {
    response = await fetch(urlOf(`/api/v1${path}`, options.query), {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('network', 0, 'Muster cannot be reached. Check your connection, then try again.')
  }
  if (response.status === 204) return { data: undefined as T, meta: {} as Meta }
  const envelope = (await response.json().catch(() => null)) as Envelope | null
  if (envelope?.success === true && envelope.meta) return { data: envelope.data as T, meta: envelope.meta }
  if (envelope?.error) {
    const { code, message, details } = envelope.error
    throw new ApiError(code, response.status, message, details, envelope.meta?.requestId ?? null)
  }
  throw new ApiError(
    'unreadable',
    response.status,
    `The server answered with status ${response.status} and no message. Try again in a moment.`,
  )
}

/** `request` for callers who only want the data. */
export const fetchData = async <T>(path: string, options: RequestOptions = {}): Promise<T> =>
  (await request<T>(path, options)).data

/** Reads every page of a list. */
export const fetchAll = async <T>(path: string, query: RequestOptions['query'] = {}): Promise<T[]> => {
  const rows: T[] = []
  let cursor: string | undefined
  do {
    const { data, meta } = await request<T[]>(path, { query: { ...query, limit: 500, cursor } })
    rows.push(...data)
    cursor = meta.nextCursor ?? undefined
  } while (cursor !== undefined)
  return rows
}
