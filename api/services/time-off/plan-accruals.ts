// What a month brings to the balances of a kind of leave. Pure.
import { addDays } from '../rosters/local-time.ts'

type Policy = { accrualMinutesPerMonth: number; carryOverMinutesMax: number | null; accruedOn: string | null }
/** A person with what is on their balance now, and what of it was there when the year before ended. */
type Holder = {
  employeeId: string
  hiredOn: string | null
  terminatedOn: string | null
  minutes: number
  minutesAtYearEnd: number
}
type Entry = { employeeId: string; kind: 'accrual' | 'expiry'; minutes: number; effectiveOn: string }

/** First days of the months that are due at `today`, oldest first; a kind that was never looked at begins with this month. */
export const dueMonths = (accruedOn: string | null, today: string): string[] => {
  const current = `${today.slice(0, 7)}-01`
  if (accruedOn === null) return [current]
  const months: string[] = []
  for (let month = nextMonth(accruedOn); month <= current; month = nextMonth(month)) months.push(month)
  return months
}

const nextMonth = (day: string): string => `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`

/**
 * Entries of the month that begins on `month`: its accrual for everybody employed on that day, and in January what goes beyond the
 * carry-over ends first. Leave that was asked for already is not taken back by that.
 */
export const planAccruals = (policy: Policy, holders: readonly Holder[], month: string): Entry[] =>
  holders.flatMap((holder) => {
    const { employeeId } = holder
    const entries: Entry[] = []
    const lost = month.endsWith('-01-01') ? minutesLost(policy.carryOverMinutesMax, holder) : 0
    if (lost > 0) entries.push({ employeeId, kind: 'expiry', minutes: -lost, effectiveOn: month })
    const isEmployed = (holder.hiredOn ?? month) <= month && (holder.terminatedOn ?? month) >= month
    if (isEmployed && policy.accrualMinutesPerMonth > 0) {
      entries.push({ employeeId, kind: 'accrual', minutes: policy.accrualMinutesPerMonth, effectiveOn: month })
    }
    return entries
  })

const minutesLost = (most: number | null, { minutes, minutesAtYearEnd }: Holder): number =>
  most === null ? 0 : Math.max(0, Math.min(minutesAtYearEnd - most, minutes))
