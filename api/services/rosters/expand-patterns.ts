// Weekday patterns become the lines of demand of single days. Pure.
import { addDays } from './local-time.ts'
import type { DemandRow } from './open-shifts.ts'
import type { HolidayRow } from './planning-rows.ts'

/** What is wanted on certain weekdays (1 is Monday) from its first to its last day; the last one is open when null. */
export interface PatternRow extends Omit<DemandRow, 'day'> {
  weekdays: readonly number[]
  validFrom: string
  validUntil: string | null
  /** False: nothing is wanted by it on holidays of the site. */
  onHolidays: boolean
}

/** What makes two lines of one day the same: site, shift type and the skills asked for besides the type's. */
const keyOf = ({ siteId, shiftTypeId, skills }: Pick<DemandRow, 'siteId' | 'shiftTypeId' | 'skills'>): string =>
  JSON.stringify([siteId, shiftTypeId, skills.allOf, skills.anyOf])

/** ISO weekday of a local day: 1 (Monday) to 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Whether a local day is a holiday of a site. */
const holidayTest = (holidays: readonly HolidayRow[]) => {
  const known = new Set(holidays.map(({ day, siteId }) => `${siteId ?? ''} ${day}`))
  return (siteId: string, day: string): boolean => known.has(` ${day}`) || known.has(`${siteId} ${day}`)
}

/**
 * The demand of `days` local days from `start`: the dated lines, and for every other key what its pattern says. Of two
 * patterns of one key the one that began later counts, then the one that was added later.
 */
export const expandPatterns = (input: {
  start: string
  days: number
  patterns: readonly PatternRow[]
  dated: readonly DemandRow[]
  holidays: readonly HolidayRow[]
}): DemandRow[] => {
  const isHoliday = holidayTest(input.holidays)
  const dated = new Set(input.dated.map((row) => `${row.day} ${keyOf(row)}`))
  const patterns = [...input.patterns].sort((a, b) =>
    a.validFrom === b.validFrom ? (a.id < b.id ? -1 : 1) : a.validFrom < b.validFrom ? -1 : 1,
  )
  const ofPatterns = Array.from({ length: input.days }, (_, at) => addDays(input.start, at)).flatMap((day) => {
    const weekday = weekdayOf(day)
    const byKey = new Map<string, DemandRow>()
    for (const { weekdays, validFrom, validUntil, onHolidays, ...line } of patterns) {
      const isInForce = validFrom <= day && (validUntil === null || day <= validUntil) && weekdays.includes(weekday)
      if (isInForce && (onHolidays || !isHoliday(line.siteId, day))) byKey.set(keyOf(line), { ...line, day })
    }
    return [...byKey].filter(([key]) => !dated.has(`${day} ${key}`)).map(([, line]) => line)
  })
  return [...input.dated, ...ofPatterns]
}
