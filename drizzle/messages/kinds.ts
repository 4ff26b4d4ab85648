// The kinds of sentences that constraints are told in.
import type { ErrorCode } from '../../api/contract/errors.ts'

/** `field` is the wire's field that the sentence is about, where it is one. */
export type Message = { code: ErrorCode; message: string; field?: string }

const about = (field: string | undefined) => (field === undefined ? {} : { field })
export const taken = (what: string, wayOut: string, field?: string): Message => ({
  code: 'already_exists',
  message: `There is already ${what}. ${wayOut}`,
  ...about(field),
})
export const invalid = (message: string, field?: string): Message => ({
  code: 'validation_failed',
  message,
  ...about(field),
})
export const refused = (message: string): Message => ({ code: 'conflict', message })
/** For a text column that takes one of a few words. */
export const oneOf = (field: string, ...words: string[]): Message =>
  invalid(`The ${field} must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`)

export const heads = invalid(
  'Heads must rise from minimum over target to maximum. Correct headsMin, headsTarget and headsMax.',
)
export const span = invalid('The end must be after the start. Correct one of the two.', 'end')
export const days = invalid('The last day must not be before the first. Correct one of the two.', 'lastDay')
export const validity = invalid('validUntil must not be before validFrom. Correct one of the two.')
export const priority = invalid('Priority must be between 1 and 100.')
export const country = invalid('The country must be two capital letters such as "DE".')
