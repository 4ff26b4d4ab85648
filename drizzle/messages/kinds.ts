// The kinds of sentences that constraints are told in.
import type { ErrorCode } from '../../api/contract/errors.ts'

export type Message = { code: ErrorCode; message: string }

export const taken = (what: string, wayOut: string): Message => ({
  code: 'already_exists',
  message: `There is already ${what}. ${wayOut}`,
})
export const invalid = (message: string): Message => ({ code: 'validation_failed', message })
export const refused = (message: string): Message => ({ code: 'conflict', message })
/** For a text column that takes one of a few words. */
export const oneOf = (field: string, ...words: string[]): Message =>
  invalid(`The ${field} must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`)

export const heads = invalid(
  'Heads must rise from minimum over target to maximum. Correct headsMin, headsTarget and headsMax.',
)
export const span = invalid('The end must be after the start. Correct one of the two.')
export const days = invalid('The last day must not be before the first. Correct one of the two.')
export const validity = invalid('validUntil must not be before validFrom. Correct one of the two.')
export const priority = invalid('Priority must be between 1 and 100.')
export const country = invalid('The country must be two capital letters such as "DE".')
