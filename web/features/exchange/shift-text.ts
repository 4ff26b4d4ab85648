// Times of shifts in words, in the zone of the reader.

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "Wed, 10 Mar, 07:00 to 15:00" in the reader's zone. */
export const whenText = (start: string, end: string): string => {
  const [from, until] = [new Date(start), new Date(end)]
  return `${dayFormat.format(from)}, ${timeFormat.format(from)} to ${timeFormat.format(until)}`
}

/** "Wed, 10 Mar" to "Fri, 12 Mar" of a longer time. */
export const spanText = (start: string, end: string): string => {
  const [from, until] = [new Date(start), new Date(end)]
  return until.getTime() - from.getTime() <= 24 * 3_600_000
    ? whenText(start, end)
    : `${dayFormat.format(from)} ${timeFormat.format(from)} to ${dayFormat.format(until)} ${timeFormat.format(until)}`
}
