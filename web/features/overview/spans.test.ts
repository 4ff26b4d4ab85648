import { expect, test } from 'vitest'
import { spanAround, spanBeside } from './spans.ts'

test('a week goes from Monday to Sunday, whatever day one asks for', () => {
  const week = { from: '2027-03-01', to: '2027-03-07' }
  expect(spanAround('week', '2027-03-01')).toEqual(week)
  expect(spanAround('week', '2027-03-07')).toEqual(week)
  expect(spanBeside('week', week, -1)).toEqual({ from: '2027-02-22', to: '2027-02-28' })
})

test('a month ends on its own last day, also in February and over the year', () => {
  expect(spanAround('month', '2027-02-14')).toEqual({ from: '2027-02-01', to: '2027-02-28' })
  expect(spanAround('month', '2028-02-29')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  const january = spanBeside('month', spanAround('month', '2027-12-31'), 1)
  expect(january).toEqual({ from: '2028-01-01', to: '2028-01-31' })
  expect(spanBeside('month', january, -1)).toEqual({ from: '2027-12-01', to: '2027-12-31' })
})
