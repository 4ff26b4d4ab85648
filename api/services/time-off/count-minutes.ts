import { addDays, localDaysOf, startOfDay } from '../rosters/local-time.ts'

export type Leave = { startsAt: Date; endsAt: Date }
export type Counting = {
  unit: 'days' | 'hours'
  minutesPerDay: number
  /** ISO weekdays that take from the balance. */
  weekdays: readonly number[]
}

/** ISO weekday, 1 (Monday) to 7. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/**
 * What leave takes from the balance, in minutes. Free weekdays and holidays take nothing. In days: a local day counts whole, or
 * half where at most half of it is asked for. In hours: the time asked for, at most a day's minutes on each local day.
 */
export const countMinutes = (
  { startsAt, endsAt }: Leave,
  { unit, minutesPerDay, weekdays }: Counting,
  { zone, holidays }: { zone: string; holidays: ReadonlySet<string> },
): number =>
  localDaysOf(startsAt, endsAt, zone)
    .filter((day) => weekdays.includes(weekdayOf(day)) && !holidays.has(day))
    .reduce((sum, day) => {
      const [from, until] = [startOfDay(day, zone).getTime(), startOfDay(addDays(day, 1), zone).getTime()]
      const asked = Math.min(endsAt.getTime(), until) - Math.max(startsAt.getTime(), from)
      if (unit === 'hours') return sum + Math.min(minutesPerDay, Math.round(asked / 60_000))
      return sum + (asked * 2 > until - from ? minutesPerDay : Math.round(minutesPerDay / 2))
    }, 0)
