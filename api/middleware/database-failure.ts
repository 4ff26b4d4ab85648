// Violated constraints and an unreachable database, as domain errors.
import { explainDatabaseError } from '../../drizzle/errors.ts'
import { DomainError, Unavailable } from '../errors.ts'

/** Null for what no user can cause or mend. */
export const asDomainError = (error: unknown): DomainError | null => {
  const explained = explainDatabaseError(error)
  if (explained) {
    const { code, message, field } = explained
    const details = field === undefined ? undefined : { fields: [{ in: 'body', field, message }], count: 1 }
    return new DomainError(code, message, details)
  }
  return isUnreachable(error) ? new Unavailable('The database does not answer. Try again in a moment.') : null
}

const unreachable =
  /Error connecting to database|ECONNREFUSED|Connection terminated|Network connection lost|remaining connection slots|too many (clients|connections)/

/** Neon's driver wraps a failed fetch and names it in its message; sockets fail with Node's codes or a close event. */
const isUnreachable = (error: unknown): boolean => {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if (unreachable.test(at.message)) return true
  }
  return false
}
