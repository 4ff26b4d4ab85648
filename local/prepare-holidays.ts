// Writes the calendar of holidays from the library's rules, so that the Worker carries two hundred kilobytes of dates instead of
// a megabyte of rules and astronomy. Run by hand when the library is renewed: `node local/prepare-holidays.ts`.
import { writeFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import type { Calendar, Dates } from '../api/services/holidays/calendar.ts'

const firstYear = 2025
const lastYear = 2036
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at)

/** Public holidays of a country or region by name: "MMDD" for every year, or one part a year, days of a year joined by "+". */
const datesOf = (country: string, region?: string): Dates => {
  const rules = region === undefined ? new Holidays(country) : new Holidays(country, region)
  const days = new Map<string, string[][]>()
  for (const [at, year] of years.entries()) {
    for (const { name, date, type } of rules.getHolidays(year, 'en') ?? []) {
      if (type !== 'public' || !date.startsWith(`${year}-`)) continue
      const byYear = days.get(name) ?? years.map(() => [])
      byYear[at]?.push(date.slice(5, 7) + date.slice(8, 10))
      days.set(name, byYear)
    }
  }
  const pack = (byYear: string[][]) => {
    const parts = byYear.map((one) => one.join('+'))
    return parts.every((part) => part === parts[0]) ? (parts[0] ?? '') : parts.join(' ')
  }
  return Object.fromEntries([...days].map(([name, byYear]) => [name, pack(byYear)]))
}

/** What a region has otherwise than its country; an empty text takes a holiday away. */
const difference = (country: Dates, region: Dates): Dates => ({
  ...Object.fromEntries(Object.entries(region).filter(([name, dates]) => country[name] !== dates)),
  ...Object.fromEntries(
    Object.keys(country)
      .filter((name) => !(name in region))
      .map((name) => [name, '']),
  ),
})

const library = new Holidays()
const calendar: Calendar = { firstYear, lastYear, countries: {} }
for (const country of Object.keys(library.getCountries()).sort()) {
  const dates = datesOf(country)
  const regions = Object.keys(library.getStates(country) ?? {}).sort()
  calendar.countries[country] = {
    dates,
    regions: Object.fromEntries(regions.map((region) => [region, difference(dates, datesOf(country, region))])),
  }
}
writeFileSync(new URL('../api/services/holidays/calendar.json', import.meta.url), `${JSON.stringify(calendar)}\n`)
