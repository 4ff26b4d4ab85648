// The closed family of domain errors. Verbs throw them, one mapper at the edge turns them into the envelope.
import { type ErrorCode, errorStatus } from './contract/errors.ts'
import type { Permission, Role } from './contract/permissions.ts'

type CodeOf<S extends number> = {
  [C in ErrorCode]: (typeof errorStatus)[C] extends S ? C : never
}[ErrorCode]

/**
 * An expected failure with a code of the contract. The message is shown to users: it quotes the offending values and names
 * a way out. `details` carries ids, versions and line numbers, never database text.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: unknown
  /** Extra response headers, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ErrorCode, message: string, details?: unknown, headers: Record<string, string> = {}) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.details = details
    this.headers = headers
  }

  get status(): (typeof errorStatus)[ErrorCode] {
    return errorStatus[this.code]
  }
}

/** The request cannot be understood or carries bad values: 400 and 422 codes. */
export class Invalid extends DomainError {
  constructor(code: CodeOf<400 | 422>, message: string, details?: unknown) {
    super(code, message, details)
  }
}

/** Nobody is signed in, or the session has ended. */
export class Unauthenticated extends DomainError {
  constructor(message = 'You are not signed in. Sign in and send the request again.') {
    super('unauthenticated', message)
  }
}

/** Signed in, but not allowed. */
export class Forbidden extends DomainError {
  constructor(message: string, details?: unknown) {
    super('forbidden', message, details)
  }

  /** The role in this organisation, or the API key (`role` is null), does not grant the permission. */
  static permission(permission: Permission, role: Role | null): Forbidden {
    const message =
      role === null
        ? `This API key does not allow "${permission}". Make a key with that permission.`
        : `Your role "${role}" does not allow "${permission}". Ask an owner or admin of the organisation for another role.`
    return new Forbidden(message, { permission, role })
  }
}

/** Missing, or of another tenant: both look the same. `kind` is the word users know ("roster"). */
export class NotFound extends DomainError {
  constructor(kind: string, id: string, where = 'in this organisation') {
    super('not_found', `There is no ${kind} "${id}" ${where}. It may have been deleted.`, { kind, id })
  }

  /** No such organisation, or the user is no member. */
  static organisation(id: string): NotFound {
    return new NotFound('organisation', id, 'among yours')
  }
}

/** The state of things forbids the act: `new Conflict('roster_locked', 'Roster … is published, not draft. Reopen it first.')`. */
export class Conflict extends DomainError {
  constructor(code: Exclude<CodeOf<409>, 'version_conflict'>, message: string, details?: unknown) {
    super(code, message, details)
  }
}

/** Somebody else changed the record: `expected` is what the client sent, `actual` what is stored. */
export class VersionConflict extends DomainError {
  constructor(kind: string, id: string, expected: number, actual: number) {
    super(
      'version_conflict',
      `The ${kind} "${id}" is at version ${actual}, your change was made against version ${expected}. Load it again and repeat the change.`,
      { kind, id, expected, actual },
    )
  }
}

/** An update or a state change came without `If-Match`. */
export class PreconditionRequired extends DomainError {
  constructor() {
    super(
      'precondition_required',
      'This request changes a versioned record: send the version you saw as If-Match: "<version>".',
    )
  }
}

/** Body larger than the endpoint accepts. */
export class PayloadTooLarge extends DomainError {
  constructor(bytesMax: number) {
    super('payload_too_large', `The body is larger than the ${bytesMax} bytes accepted here. Send less at once.`, {
      bytesMax,
    })
  }
}

/** Too many requests; `Retry-After` says when to come back. */
export class RateLimited extends DomainError {
  constructor(retryAfterSeconds: number, headers: Readonly<Record<string, string>> = {}) {
    super(
      'rate_limited',
      `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
      { retryAfterSeconds },
      { 'Retry-After': String(retryAfterSeconds), ...headers },
    )
  }
}

/** Something Muster leans on does not answer; repeating later may help. */
export class Unavailable extends DomainError {
  constructor(message: string) {
    super('unavailable', message, undefined, { 'Retry-After': '5' })
  }
}
