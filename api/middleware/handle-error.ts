// The one place where failures become answers.
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ErrorCode } from '../contract/errors.ts'
import { DomainError } from '../errors.ts'
import type { AppEnv } from './app-env.ts'
import { asDomainError } from './database-failure.ts'
import { failure } from './envelope.ts'

const codeByStatus: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
}

/** Domain errors as they are, Hono's own by status, everything else as `internal`: logged in full, told in general. */
export const handleError: ErrorHandler<AppEnv> = (error, c) => {
  const known = error instanceof DomainError ? error : (fromHono(error) ?? asDomainError(error))
  if (known !== null) {
    if (known.status >= 500) logFailure(error, c)
    return failure(c, known)
  }
  logFailure(error, c)
  return failure(
    c,
    new DomainError(
      'internal',
      `Something went wrong on our side. Try again; if it happens again, report the request id "${c.var.requestId}".`,
    ),
  )
}

/** Unknown paths below /api. */
export const handleNotFound: NotFoundHandler<AppEnv> = (c) =>
  failure(
    c,
    new DomainError('not_found', `There is nothing at ${c.req.method} ${c.req.path}. See /api/docs for what there is.`),
  )

const fromHono = (error: unknown): DomainError | null => {
  if (!(error instanceof HTTPException)) return null
  const code = codeByStatus[error.status]
  if (code === undefined) return null
  return code === 'unsupported_media_type'
    ? new DomainError(code, 'The body must be JSON: send Content-Type: application/json.')
    : new DomainError(code, error.message)
}

const logFailure = (error: unknown, c: Parameters<ErrorHandler<AppEnv>>[1]): void => {
  const shown = error instanceof Error ? error : new Error(String(error))
  c.var.platform.log.error('failed', {
    requestId: c.var.requestId,
    method: c.req.method,
    path: c.req.path,
    error: shown.name,
    reason: shown.message,
    cause: shown.cause instanceof Error ? shown.cause.message : undefined,
    stack: shown.stack,
  })
}
