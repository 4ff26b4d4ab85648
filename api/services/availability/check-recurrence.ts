import { Invalid } from '../../errors.ts'
import { type Recurring, readRecurrence } from './expand-recurrence.ts'

const dayMs = 86_400_000
/** Once a day at most, so that a period of so many days never holds more spans than days. */
const part =
  /^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|(INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS)=[\dA-Z,+-]+)$/

/**
 * Judges a line as it would stand. Pure; throws `Invalid` for a rule that cannot be read or is finer than a day, one without a
 * zone, a span longer than a week, and exceptions of what does not recur.
 */
export const checkRecurrence = (line: Recurring): void => {
  const { rrule, zone, startsAt, endsAt, exceptions } = line
  if (rrule === null) {
    if (exceptions.length > 0) throw wrong('Only what recurs has exceptions. Give an rrule, or leave exceptions out.')
    return
  }
  if (zone === null) throw wrong('What recurs needs a zone in which it is counted. Give zone.')
  if (endsAt.getTime() - startsAt.getTime() > 7 * dayMs) {
    throw wrong('What recurs lasts a week at most. Give an earlier end.')
  }
  if (!rrule.split(';').every((text) => part.test(text))) {
    throw wrong(
      `"${rrule}" is no recurrence that can be used. Write parts of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO,WE, daily at the finest.`,
    )
  }
  try {
    readRecurrence(rrule, startsAt, zone)
  } catch (error) {
    throw wrong(`"${rrule}" cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

const wrong = (message: string): Invalid => new Invalid('validation_failed', message)
