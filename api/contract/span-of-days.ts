import * as z from 'zod'
import { localDate } from './envelope.ts'

const daysMax = 92
const dayMs = 86_400_000

/** A query about days from `from` to `to`, both included, 92 at most, and what else it asks. */
export const spanOfDays = <S extends z.ZodRawShape>(rest: S) =>
  z.strictObject({ from: localDate, to: localDate, ...rest }).superRefine((query, context) => {
    const { from, to } = query as { from: string; to: string }
    if (to >= from && Date.parse(to) - Date.parse(from) < daysMax * dayMs) return
    context.addIssue({
      code: 'custom',
      path: ['to'],
      message: `must be on or after "from", at most ${daysMax} days in all`,
    })
  })
