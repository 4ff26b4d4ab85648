import { expect, test } from 'vitest'
import { Invalid } from '../../errors.ts'
import { checkRecurrence } from './check-recurrence.ts'
import { expandRecurrence, occurrencesMax, type Recurring } from './expand-recurrence.ts'

const berlin = 'Europe/Berlin'
const line = (start: string, end: string, rrule: string | null, more: Partial<Recurring> = {}): Recurring => ({
  startsAt: new Date(start),
  endsAt: new Date(end),
  rrule,
  zone: rrule === null ? null : berlin,
  exceptions: [],
  ...more,
})
const spansOf = (one: Recurring, from: string, to: string) =>
  expandRecurrence(one, new Date(from), new Date(to)).map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(0, 16)}/${endsAt.toISOString().slice(0, 16)}`,
  )

test('what does not recur is its own only occurrence, where it touches the span', () => {
  const one = line('2027-03-02T08:00Z', '2027-03-02T16:00Z', null)
  expect(spansOf(one, '2027-03-02T15:00Z', '2027-03-03T00:00Z')).toEqual(['2027-03-02T08:00/2027-03-02T16:00'])
  expect(spansOf(one, '2027-03-02T16:00Z', '2027-03-03T00:00Z')).toEqual([])
})

test('nights keep their clock times through both clock changes and have their true length', () => {
  const spring = line('2027-03-26T21:00Z', '2027-03-27T05:00Z', 'FREQ=DAILY')
  expect(spansOf(spring, '2027-03-27T12:00Z', '2027-03-29T12:00Z')).toEqual([
    '2027-03-27T21:00/2027-03-28T04:00',
    '2027-03-28T20:00/2027-03-29T04:00',
  ])
  const autumn = line('2027-10-29T20:00Z', '2027-10-30T04:00Z', 'FREQ=DAILY')
  expect(spansOf(autumn, '2027-10-30T12:00Z', '2027-11-01T12:00Z')).toEqual([
    '2027-10-30T20:00/2027-10-31T05:00',
    '2027-10-31T21:00/2027-11-01T05:00',
  ])
})

test('a start inside the skipped hour still occurs, the same distance after it', () => {
  const early = line('2027-03-27T01:30Z', '2027-03-27T04:00Z', 'FREQ=DAILY')
  expect(spansOf(early, '2027-03-28T00:00Z', '2027-03-28T12:00Z')).toEqual(['2027-03-28T01:30/2027-03-28T03:00'])
})

test('an hour that comes twice gives one occurrence, at its first time', () => {
  const early = line('2027-10-30T00:30Z', '2027-10-30T02:30Z', 'FREQ=DAILY')
  expect(spansOf(early, '2027-10-30T22:00Z', '2027-10-31T22:00Z')).toEqual(['2027-10-31T00:30/2027-10-31T03:30'])
})

test('every other week counts from the week that the rule begins its weeks with', () => {
  const weeks = (wkst: string) =>
    spansOf(
      line('2027-03-02T08:00Z', '2027-03-02T09:00Z', `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=${wkst}`),
      '2027-03-01T00:00Z',
      '2027-03-22T00:00Z',
    ).map((text) => text.slice(8, 10))
  expect(weeks('MO')).toEqual(['02', '07', '16', '21'])
  expect(weeks('SU')).toEqual(['02', '14', '16'])
})

test('COUNT counts from the first start, exceptions included, and not from the span asked for', () => {
  const five = line('2027-03-01T08:00Z', '2027-03-01T09:00Z', 'FREQ=DAILY;COUNT=5', {
    exceptions: [new Date('2027-03-04T08:00Z')],
  })
  expect(spansOf(five, '2027-03-03T00:00Z', '2027-04-01T00:00Z')).toEqual([
    '2027-03-03T08:00/2027-03-03T09:00',
    '2027-03-05T08:00/2027-03-05T09:00',
  ])
})

test('UNTIL holds to the very instant, and a mere day to its end on the clock of the zone', () => {
  const until = (text: string) =>
    spansOf(
      line('2027-10-29T21:30Z', '2027-10-29T21:45Z', `FREQ=DAILY;UNTIL=${text}`),
      '2027-10-29T00:00Z',
      '2027-11-09T00:00Z',
    ).length
  expect(until('20271031T222959Z')).toBe(2)
  expect(until('20271031T223000Z')).toBe(3)
  expect(until('20271031')).toBe(3)
})

test('an occurrence that begins before the span and reaches into it is answered', () => {
  const night = line('2027-03-01T21:00Z', '2027-03-02T05:00Z', 'FREQ=WEEKLY')
  expect(spansOf(night, '2027-03-09T04:00Z', '2027-03-09T12:00Z')).toEqual(['2027-03-08T21:00/2027-03-09T05:00'])
})

test('a rule that yields thousands is cut off', () => {
  const daily = line('2000-01-01T08:00Z', '2000-01-01T09:00Z', 'FREQ=DAILY')
  expect(expandRecurrence(daily, new Date('2000-01-01T00:00Z'), new Date('2020-01-01T00:00Z'))).toHaveLength(
    occurrencesMax,
  )
})

test.each([
  'FREQ=HOURLY',
  'FREQ=DAILY;BYHOUR=1,2,3',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;COUNT=2;UNTIL=20271101T230000Z',
  'FREQ=DAILY;BYDAY=XX',
  'FREQ=DAILY;UNTIL=20279999',
  'FREQ=DAILY\nDTSTART:20200101T000000Z',
  'INTERVAL=2',
  'every Monday',
  '',
])('refuses %j as a recurrence', (rrule) => {
  const wrong = line('2027-03-01T08:00Z', '2027-03-01T09:00Z', rrule)
  expect(() => checkRecurrence(wrong)).toThrow(Invalid)
})

test('what recurs needs a zone and lasts a week at most; what does not has no exceptions', () => {
  const good = line('2027-03-01T08:00Z', '2027-03-01T09:00Z', 'FREQ=WEEKLY;BYDAY=MO,TH')
  checkRecurrence(good)
  for (const change of [
    { zone: null },
    { endsAt: new Date('2027-03-08T08:01Z') },
    { rrule: null, exceptions: [good.startsAt] },
  ]) {
    expect(() => checkRecurrence({ ...good, ...change })).toThrow(Invalid)
  }
})
