// Constraint violations in words. Database text never reaches a user: what is not in the table here is an internal error.
import type { ErrorCode } from '../api/contract/errors.ts'
import { constraintMessage } from './constraint-messages.ts'

/** A violated constraint as a domain error: code of the contract, sentence for people, the field it is about, name of the constraint. */
export type Explained = { code: ErrorCode; message: string; field?: string; constraint: string }

type Raised = { code: string; constraint: string | undefined; table: string | undefined }

/** Values that PostgreSQL has no room for: numbers, dates, characters, escapes in JSON. Only a request brings them. */
const unkeepable = new Set(['22003', '22008', '22021', '22P05'])

/** Serialization failure or deadlock: the same transaction may well succeed when repeated. */
export const mayRepeat = (error: unknown): boolean => {
  const code = raisedBy(error)?.code
  return code === '40001' || code === '40P01'
}

/** The domain error behind a database error, also when drizzle wrapped it; undefined when it is none a user can cause. */
export const explainDatabaseError = (error: unknown): Explained | undefined => {
  const raised = raisedBy(error)
  if (!raised) return undefined
  if (mayRepeat(error)) {
    return {
      code: 'conflict',
      message: 'Somebody else changed the same records at the same moment. Send the request again.',
      constraint: 'serialization',
    }
  }
  if (raised.code === '42501') {
    return {
      code: 'not_found',
      message: 'There is no such record in this organisation.',
      constraint: 'row_security',
    }
  }
  if (unkeepable.has(raised.code)) {
    return {
      code: 'validation_failed',
      message:
        'A value of the request cannot be kept: a number or date too large, or a character that is none (U+0000).',
      constraint: 'value',
    }
  }
  const { constraint, table } = raised
  if (constraint === undefined) return undefined
  if (constraint.endsWith('_org_id_organisations_id_fk')) {
    return { code: 'not_found', message: 'The organisation no longer exists.', constraint }
  }
  const known = constraintMessage(constraint, table)
  return known && { ...known, constraint }
}

/** Looks through drizzle's wrapping (`cause`) for PostgreSQL's five-letter code. */
const raisedBy = (error: unknown): Raised | undefined => {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) {
      const { constraint, table } = at as { constraint?: unknown; table?: unknown }
      const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
      return { code: at.code, constraint: text(constraint), table: text(table) }
    }
  }
  return undefined
}
