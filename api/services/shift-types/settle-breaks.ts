// The pieces of a break and their sum must tell the same. Pure.
import type { ShiftBreak } from '../../../drizzle/schema/index.ts'
import { Invalid } from '../../errors.ts'

type Times = { durationMinutes: number; breaks: readonly ShiftBreak[] }

/**
 * The unpaid minutes of a shift type: those of its breaks, or `said` where none are placed. Throws `Invalid` for breaks that are
 * out of order, overlap, reach the end of the shift, or do not sum to what was said (null says nothing).
 */
export const settleBreaks = ({ durationMinutes, breaks }: Times, said: number | null): number => {
  if (breaks.length === 0) return said ?? 0
  let free = 0
  for (const { afterMinutes, minutes } of breaks) {
    if (afterMinutes < free)
      throw refusal('breaks', 'Breaks must follow each other without overlapping. Put them in order.')
    free = afterMinutes + minutes
  }
  if (free >= durationMinutes) {
    throw refusal(
      'breaks',
      `The last break ends after ${free} minutes, the shift after ${durationMinutes}. End it before the shift.`,
    )
  }
  const unpaid = breaks.reduce((sum, { minutes, isPaid }) => sum + (isPaid ? 0 : minutes), 0)
  if (said !== null && said !== unpaid) {
    throw refusal(
      'breakMinutes',
      `The unpaid breaks sum to ${unpaid} minutes, not ${said}. Leave breakMinutes out or correct it.`,
    )
  }
  return unpaid
}

const refusal = (field: string, message: string): Invalid =>
  new Invalid('validation_failed', message, { fields: [{ in: 'body', field, message }] })
