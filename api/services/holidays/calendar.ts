// Public holidays by country and region, from prepared data (local/prepare-holidays.ts; NOTICE says whose they are). Pure.
import { Invalid } from '../../errors.ts'

/** By the holiday's name: "MMDD" for every year, or one part a year separated by spaces, each "", "MMDD" or "MMDD+MMDD". */
export type Dates = Record<string, string>

export type Calendar = {
  firstYear: number
  lastYear: number
  /** Regions by ISO 3166-2 without the country, with what they have otherwise than the country; "" takes a holiday away. */
  countries: Record<string, { dates: Dates; regions: Record<string, Dates> }>
}

/**
 * The public holidays of a year in order, each a local day; two names of one day are joined. Throws `Invalid` for a year, a
 * country or a region that the calendar does not have.
 */
export const holidaysOf = (
  calendar: Calendar,
  { year, country, region }: { year: number; country: string; region: string | null },
): { day: string; name: string }[] => {
  const { firstYear, lastYear, countries } = calendar
  if (year < firstYear || year > lastYear)
    throw refusal('year', `The calendar knows the years ${firstYear} to ${lastYear}, not ${year}.`)
  const found = countries[country]
  if (found === undefined) throw refusal('country', `The calendar has no holidays of "${country}".`)
  const special = region === null ? {} : found.regions[region]
  if (special === undefined) {
    const known = Object.keys(found.regions).join(', ') || 'none'
    throw refusal('region', `The calendar does not know the region "${region}" of "${country}", but: ${known}.`)
  }
  const byDay = new Map<string, string[]>()
  for (const [name, dates] of Object.entries({ ...found.dates, ...special })) {
    const parts = dates.includes(' ') ? (dates.split(' ')[year - firstYear] ?? '') : dates
    for (const part of parts.split('+').filter((one) => one !== '')) {
      const day = `${year}-${part.slice(0, 2)}-${part.slice(2)}`
      byDay.set(day, [...(byDay.get(day) ?? []), name])
    }
  }
  return [...byDay].map(([day, names]) => ({ day, name: names.join(', ') })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

const refusal = (field: string, message: string): Invalid =>
  new Invalid('validation_failed', `${message} Enter such holidays by hand.`, {
    fields: [{ in: 'body', field, message }],
  })
