// Why leave cannot be asked for at all. Pure.
import { Conflict, Invalid } from '../../errors.ts'
import { addDays } from '../rosters/local-time.ts'

export type Blackout = { name: string; firstDay: string; lastDay: string }
/** First and last local day of leave. */
export type Days = { first: string; last: string }

/** Throws `Conflict` with name and days of what stands against leave on these days. */
export const refuseBlackout = ({ first, last }: Days, blackouts: readonly Blackout[]): void => {
  const against = blackouts.filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first)
  if (against.length === 0) return
  const named = against.map(({ name, firstDay, lastDay }) =>
    firstDay === lastDay ? `"${name}" (${firstDay})` : `"${name}" (${firstDay} to ${lastDay})`,
  )
  throw new Conflict('conflict', `Nobody may be away during ${named.join(' and ')}. Choose other days.`, {
    blackouts: against,
  })
}

/** Throws `Invalid` for leave that begins sooner than the policy's notice, counted in local days from today. */
export const refuseShortNotice = ({ first }: Days, today: string, noticeDaysMin: number): void => {
  const earliest = addDays(today, noticeDaysMin)
  if (noticeDaysMin === 0 || first >= earliest) return
  throw new Invalid(
    'validation_failed',
    `This leave needs ${noticeDaysMin} days of notice: it can begin on ${earliest} at the earliest. A manager may enter it sooner.`,
    { earliest },
  )
}

const yearsMax = 2

/** Throws `Invalid` for leave of more than two years: its days would have to be counted one by one. */
export const refuseTooLong = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): void => {
  if (endsAt.getTime() - startsAt.getTime() <= yearsMax * 366 * 86_400_000) return
  throw new Invalid('validation_failed', `Leave of a kind lasts ${yearsMax} years at most. Enter it in parts.`)
}
