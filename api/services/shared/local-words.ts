// Times as people read them, in the zone of the place. Messages carry these texts, so that no reader has to know the zone.

const format = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })

/** "Monday 1 March 2027". */
const dayInWords = (at: Date, zone: string): string =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at).replace(',', '')

/** "07:00". */
const timeInWords = (at: Date, zone: string): string => format(zone, { hour: '2-digit', minute: '2-digit' }).format(at)

/** "Monday 1 March 2027, 22:00 to 06:00"; the second day is named where the span is longer than a day. */
export const spanInWords = (from: Date, until: Date, zone: string): string => {
  const isLong = until.getTime() - from.getTime() > 24 * 3_600_000
  const end = isLong ? `${dayInWords(until, zone)}, ${timeInWords(until, zone)}` : timeInWords(until, zone)
  return `${dayInWords(from, zone)}, ${timeInWords(from, zone)} to ${end}`
}
