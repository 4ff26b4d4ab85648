// Times of shifts in words, in the zone of the place of work.

const formats = new Map<string, { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>()

const formatsOf = (zone: string | undefined) => {
  const known = formats.get(zone ?? '')
  if (known) return known
  const inZone = zone === undefined ? {} : { timeZone: zone }
  const made = {
    day: new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', ...inZone }),
    time: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...inZone }),
  }
  formats.set(zone ?? '', made)
  return made
}

/** "07:00" in the zone given, the reader's own without one. */
export const timeText = (iso: string, zone?: string): string => formatsOf(zone).time.format(new Date(iso))

/** "Wed 10 Mar, 07:00 to 15:00" in the zone given, the reader's own without one. */
export const whenText = (start: string, end: string, zone?: string): string => {
  const { day, time } = formatsOf(zone)
  const [from, until] = [new Date(start), new Date(end)]
  return `${day.format(from)}, ${time.format(from)} to ${time.format(until)}`
}

/** The same with the last day where the time is longer than one. */
export const spanText = (start: string, end: string, zone?: string): string => {
  const { day, time } = formatsOf(zone)
  const [from, until] = [new Date(start), new Date(end)]
  if (until.getTime() - from.getTime() < 24 * 3_600_000) return whenText(start, end, zone)
  return `${day.format(from)} ${time.format(from)} to ${day.format(until)} ${time.format(until)}`
}
