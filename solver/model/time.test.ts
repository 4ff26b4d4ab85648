import { describe, expect, it } from 'vitest'
import { coveredMinutes, dayMinutes, formatDate, parseDate, parseInstant, weekdayOf, ZoneClock } from './time.ts'

const at = (text: string) => parseInstant(text)!
const berlin = new ZoneClock('Europe/Berlin', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))
const nightMinutes = (start: string, end: string) =>
  coveredMinutes(berlin.windowsInside(at(start), at(end), 20 * 60, 6 * 60, () => true))

describe('instants', () => {
  it('are minutes, whatever their offset', () => {
    expect(at('2026-03-29T22:00+02:00')).toBe(at('2026-03-29T20:00Z'))
    expect(at('2026-03-29T22:00:00.000Z')).toBe(at('2026-03-29T22:00Z'))
  })

  it('are refused when they are finer than a minute, lack an offset, or are no date', () => {
    for (const text of ['2026-03-29T22:00', '2026-03-29T22:00:30Z', '2026-02-30T10:00Z', '2026-03-29T24:30Z', 'today'])
      expect(parseInstant(text)).toBeNull()
  })
})

describe('dates', () => {
  it('come back as they went in, leap days included', () => {
    for (const text of ['1970-01-01', '2028-02-29', '2026-12-31']) expect(formatDate(parseDate(text)!)).toBe(text)
    expect(parseDate('2026-02-29')).toBeNull()
    expect(weekdayOf(parseDate('2026-03-29')!)).toBe(7)
  })
})

describe('a zone clock', () => {
  it('gives a night its true length at both changes of the clock', () => {
    expect(at('2026-03-29T06:00+02:00') - at('2026-03-28T22:00+01:00')).toBe(7 * 60)
    expect(nightMinutes('2026-03-28T22:00+01:00', '2026-03-29T06:00+02:00')).toBe(7 * 60)
    expect(nightMinutes('2026-10-24T22:00+02:00', '2026-10-25T06:00+01:00')).toBe(9 * 60)
  })

  it('counts an hour twice that the wall clock shows twice', () => {
    const start = at('2026-10-25T00:00+02:00')
    const windows = berlin.windowsInside(start, start + 600, 120, 180, () => true)
    expect(coveredMinutes(windows)).toBe(120)
  })

  it('finds the instant of a local time, and steps over the hour that is left out', () => {
    const day = parseDate('2026-03-29')! * dayMinutes
    expect(berlin.toInstant(day + 90)).toBe(at('2026-03-29T01:30+01:00'))
    expect(berlin.toInstant(day + 150)).toBe(at('2026-03-29T03:00+02:00'))
    expect(berlin.toInstant(day + 200)).toBe(at('2026-03-29T03:20+02:00'))
  })

  it('knows the local day of an instant near midnight', () => {
    expect(formatDate(berlin.dayOf(at('2026-03-29T22:30Z')))).toBe('2026-03-30')
  })
})
