// Optimistic locking over HTTP: `If-Match: "<version>"`.
import { Invalid, PreconditionRequired } from '../errors.ts'

/** The version in an `If-Match` header. Throws `PreconditionRequired` when absent and `Invalid` when it is no version. */
export const readIfMatch = (header: string | undefined): number => {
  if (header === undefined || header.trim() === '') throw new PreconditionRequired()
  const digits = /^(?:W\/)?"?(\d{1,10})"?$/.exec(header.trim())?.[1]
  if (digits === undefined || Number(digits) < 1) {
    throw new Invalid('bad_request', `If-Match is ${JSON.stringify(header)}, not a version. Send it as If-Match: "3".`)
  }
  return Number(digits)
}
