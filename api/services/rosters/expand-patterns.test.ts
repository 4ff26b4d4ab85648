import { expect, test } from 'vitest'
import { expandPatterns, type PatternRow, weekdayOf } from './expand-patterns.ts'

const none = { allOf: [], anyOf: [] }
const icu = { allOf: [{ skillId: 'icu', levelMin: 1 }], anyOf: [] }
const line = {
  siteId: 'main',
  shiftTypeId: 'early',
  headsMin: 2,
  headsTarget: null,
  headsMax: null,
  priority: 1,
  skills: none,
}
const pattern = (more: Partial<PatternRow> = {}): PatternRow => ({
  id: 'p',
  ...line,
  weekdays: [1, 2, 3, 4, 5],
  validFrom: '2027-01-01',
  validUntil: null,
  onHolidays: true,
  ...more,
})
const dated = (day: string, headsMin: number, more: object = {}) => ({ id: `d${day}`, ...line, day, headsMin, ...more })
// 22 March 2027 is a Monday; Good Friday is the 26th, Easter Monday the 29th, and clocks change on the 28th.
const expand = (more: Partial<Parameters<typeof expandPatterns>[0]> = {}) =>
  expandPatterns({ start: '2027-03-22', days: 14, patterns: [pattern()], dated: [], holidays: [], ...more })
const daysOf = (rows: ReturnType<typeof expand>) => rows.map(({ day }) => day)

test('weekdays are counted from Monday, over the end of a year and a leap day', () => {
  expect(['2027-03-22', '2027-03-28', '2026-12-31', '2027-01-01', '2028-02-29'].map(weekdayOf)).toEqual([1, 7, 4, 5, 2])
})

test('a pattern wants its weekdays in every week of the period, over the change of the clock', () => {
  expect(daysOf(expand())).toEqual([
    ...['2027-03-22', '2027-03-23', '2027-03-24', '2027-03-25', '2027-03-26'],
    ...['2027-03-29', '2027-03-30', '2027-03-31', '2027-04-01', '2027-04-02'],
  ])
  expect(daysOf(expand({ patterns: [pattern({ weekdays: [7] })] }))).toEqual(['2027-03-28', '2027-04-04'])
})

test('a pattern counts from its first to its last day, both included', () => {
  const patterns = [pattern({ validFrom: '2027-03-25', validUntil: '2027-03-29' })]
  expect(daysOf(expand({ patterns }))).toEqual(['2027-03-25', '2027-03-26', '2027-03-29'])
})

test('holidays of all sites and of the own one are left out where the pattern says so, those of others are not', () => {
  const holidays = [
    { day: '2027-03-26', siteId: null },
    { day: '2027-03-29', siteId: 'main' },
    { day: '2027-03-30', siteId: 'other' },
  ]
  expect(daysOf(expand({ holidays }))).toHaveLength(10)
  const off = daysOf(expand({ holidays, patterns: [pattern({ onHolidays: false })] }))
  expect(off).not.toContain('2027-03-26')
  expect(off).not.toContain('2027-03-29')
  expect(off).toContain('2027-03-30')
})

test('a dated line takes the place of its pattern on that day, and no heads close it', () => {
  const rows = expand({ dated: [dated('2027-03-23', 5), dated('2027-03-24', 0)] })
  expect(rows.filter(({ day }) => day === '2027-03-23').map(({ headsMin }) => headsMin)).toEqual([5])
  expect(rows.filter(({ day }) => day === '2027-03-24').map(({ headsMin }) => headsMin)).toEqual([0])
  expect(rows).toHaveLength(10)
})

test('a dated line for other skills, another type or site stands beside the pattern', () => {
  const others = [{ skills: icu }, { shiftTypeId: 'late' }, { siteId: 'other' }].map((more) =>
    dated('2027-03-23', 1, more),
  )
  expect(expand({ dated: others }).filter(({ day }) => day === '2027-03-23')).toHaveLength(4)
})

test('of two patterns of one key the later one counts', () => {
  const patterns = [
    pattern({ id: 'b', validFrom: '2027-03-30', headsMin: 7 }),
    pattern({ id: 'a' }),
    pattern({ id: 'c', skills: icu, weekdays: [2] }),
  ]
  const heads = (day: string) =>
    expand({ patterns })
      .filter((row) => row.day === day)
      .map(({ headsMin }) => headsMin)
  expect(heads('2027-03-29')).toEqual([2])
  expect(heads('2027-03-30')).toEqual([7, 2])
  expect(heads('2027-03-31')).toEqual([7])
})
