// Local days ("YYYY-MM-DD") as text and as steps. A local day has no zone: it is counted in UTC, where days have 24 hours.

const dayMs = 86_400_000
const locale = 'en-GB'
const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
const weekdayShort = formatter({ weekday: 'short' })
const weekdayLong = formatter({ weekday: 'long' })
const dayMonth = formatter({ day: 'numeric', month: 'short' })
const dayMonthYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
const fullDay = formatter({ weekday: 'long', day: 'numeric', month: 'long' })

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: string, days: number): string =>
  new Date(msOf(day) + days * dayMs).toISOString().slice(0, 10)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((msOf(to) - msOf(from)) / dayMs)

/** The days of a period, first to last. */
export const daysOf = (start: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => addDays(start, n))

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: string): number => new Date(msOf(day)).getUTCDay() || 7

export const isWeekend = (day: string): boolean => weekdayOf(day) >= 6

/** "Mon" */
export const weekdayName = (day: string): string => weekdayShort.format(msOf(day))
/** "M" */
export const weekdayLetter = (day: string): string => weekdayLong.format(msOf(day)).slice(0, 1)
/** "1 Mar" */
export const shortDay = (day: string): string => dayMonth.format(msOf(day))
/** "Monday 1 March" */
export const longDay = (day: string): string => fullDay.format(msOf(day))
/** "1 – 28 Mar 2027" */
export const periodText = (start: string, days: number): string =>
  days === 1 ? dayMonthYear.format(msOf(start)) : dayMonthYear.formatRange(msOf(start), msOf(addDays(start, days - 1)))

/** Today on this device's calendar. */
export const today = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** "3 minutes ago", "yesterday"; `iso` is an instant. */
export const timeAgo = (iso: string, now = Date.now()): string => {
  const seconds = Math.round((Date.parse(iso) - now) / 1000)
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  if (Math.abs(seconds) < 60) return 'just now'
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute')
  if (Math.abs(seconds) < 86_400) return relative.format(Math.round(seconds / 3600), 'hour')
  return relative.format(Math.round(seconds / 86_400), 'day')
}
