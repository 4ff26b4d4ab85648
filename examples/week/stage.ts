import { Temporal } from 'temporal-polyfill'
import { ApiError, type Client } from '../client.ts'

/** What every act of the week is given. */
export interface Stage {
  client: Client
  /** One line of the account. */
  say(line: string): void
  /** Where the organisation's clocks stand. */
  zone: string
  /** The roster's days, ISO. Today is in the middle: some days were worked, others are to come. */
  days: readonly string[]
  today: string
}

const daysBefore = 2
const daysAll = 7

/** The days of the week that is played, around today in `zone`. */
export const weekAround = (now: Temporal.Instant, zone: string): { days: string[]; today: string } => {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const days = Array.from({ length: daysAll }, (_, index) => today.add({ days: index - daysBefore }).toString())
  return { days, today: today.toString() }
}

/** Midnight with which a local day begins, as the API takes instants. */
export const beginOf = (day: string, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()

export const dayAfter = (day: string, days = 1): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** "Mon 1 Mar". */
export const dayInWords = (day: string): string =>
  new Date(`${day}T12:00:00Z`)
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .replace(',', '')

/** "38:30 h". */
export const hoursInWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`

/** "1,234.50 EUR". */
export const moneyInWords = (minor: number, currency: string): string =>
  `${(minor / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })} ${currency}`

/** What a call answered, or the sentence with which the state of things refused it. Errors: everything else. */
export const tried = async <T>(call: Promise<T>): Promise<{ done: T } | { refusal: string }> => {
  try {
    return { done: await call }
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return { refusal: error.message }
    throw error
  }
}
