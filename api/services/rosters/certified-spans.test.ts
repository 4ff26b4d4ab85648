import { expect, test } from 'vitest'
import { certifiedSpans } from './certified-spans.ts'

const always = { validFrom: null, validUntil: null }
const paper = (validFrom: string, expiresOn: string | null) => ({ validFrom, expiresOn })
const span = (validFrom: string | null, validUntil: string | null) => ({ validFrom, validUntil })

test('without a paper the skill never counts', () => {
  expect(certifiedSpans(always, [])).toEqual([])
})

test('a gap between two papers is a gap in the skill', () => {
  const papers = [paper('2027-06-01', null), paper('2027-01-01', '2027-03-31')]
  expect(certifiedSpans(always, papers)).toEqual([span('2027-01-01', '2027-03-31'), span('2027-06-01', null)])
})

test('papers that overlap or touch are one', () => {
  const papers = [
    paper('2027-01-01', '2027-03-31'),
    paper('2027-04-01', '2027-04-30'),
    paper('2027-02-01', '2027-02-10'),
  ]
  expect(certifiedSpans(always, papers)).toEqual([span('2027-01-01', '2027-04-30')])
  expect(certifiedSpans(always, [paper('2027-01-01', null), paper('2027-05-01', '2027-06-01')])).toEqual([
    span('2027-01-01', null),
  ])
})

test('the skill counts only while it is held as well', () => {
  const held = span('2027-02-15', '2027-06-15')
  const papers = [paper('2027-01-01', '2027-03-31'), paper('2027-06-01', null), paper('2028-01-01', null)]
  expect(certifiedSpans(held, papers)).toEqual([span('2027-02-15', '2027-03-31'), span('2027-06-01', '2027-06-15')])
  expect(certifiedSpans(span('2027-04-01', '2027-05-01'), papers)).toEqual([])
})
