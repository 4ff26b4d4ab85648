import { expect, test } from 'vitest'
import { draftOf, type LineDraft, type LineTimes, lineOf, lineText, movedExceptions } from './recurrence.ts'

const zone = 'Europe/Berlin'
const weekly: LineDraft = {
  everyWeeks: 1,
  weekdays: [1, 3],
  first: '2027-03-09',
  last: '',
  isAllDay: false,
  from: '08:00',
  until: '14:00',
}
const made = (draft: LineDraft): LineTimes => {
  const line = lineOf(draft, zone)
  if ('wrong' in line) throw new Error(line.why)
  return line
}

test('what recurs begins on the first of its weekdays, and is counted in the zone', () => {
  expect(made(weekly)).toEqual({
    start: '2027-03-10T07:00:00.000Z',
    end: '2027-03-10T13:00:00.000Z',
    rrule: 'FREQ=WEEKLY;BYDAY=MO,WE',
    zone,
  })
  expect(made({ ...weekly, everyWeeks: 2, last: '2027-06-30' }).rrule).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20270630',
  )
})

test('a night ends on the next day, a whole day at midnight', () => {
  expect(made({ ...weekly, from: '22:00', until: '06:00' }).end).toBe('2027-03-11T05:00:00.000Z')
  expect(made({ ...weekly, isAllDay: true })).toMatchObject({
    start: '2027-03-09T23:00:00.000Z',
    end: '2027-03-10T23:00:00.000Z',
  })
})

test('what is wrong is told with its field', () => {
  expect(lineOf({ ...weekly, weekdays: [] }, zone)).toMatchObject({ wrong: 'weekdays' })
  expect(lineOf({ ...weekly, last: '2027-03-09' }, zone)).toMatchObject({ wrong: 'last' })
  const once = { ...weekly, everyWeeks: 0, last: '2027-03-09' }
  expect(lineOf({ ...once, until: '08:00' }, zone)).toMatchObject({ wrong: 'until' })
  expect(lineOf({ ...once, last: '2027-03-08' }, zone)).toMatchObject({ wrong: 'last' })
})

test('every line of the form is read back as the draft that made it', () => {
  const drafts: LineDraft[] = [
    { ...weekly, first: '2027-03-10' },
    { ...weekly, first: '2027-03-10', everyWeeks: 3, last: '2027-06-30' },
    { ...weekly, first: '2027-03-10', from: '22:00', until: '06:00' },
    { ...weekly, first: '2027-03-10', isAllDay: true, until: '16:00' },
    { ...weekly, everyWeeks: 0, weekdays: [2], last: '2027-03-11' },
    { ...weekly, everyWeeks: 0, weekdays: [2], last: '2027-03-09' },
  ]
  for (const draft of drafts) expect(draftOf(made(draft), zone)).toEqual(draft)
})

test('a rule beyond weekdays is shown as it is and never rewritten by the form', () => {
  const line = { ...made(weekly), rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' }
  expect(draftOf(line, zone)).toBeNull()
  expect(lineText(line, zone)).toContain('FREQ=MONTHLY;BYMONTHDAY=1')
  expect(draftOf({ ...line, rrule: 'FREQ=WEEKLY;COUNT=4' }, zone)).toBeNull()
  expect(draftOf({ ...line, rrule: 'FREQ=WEEKLY;BYDAY=1MO' }, zone)).toBeNull()
})

test('days that are left out stay left out when the line begins at another time', () => {
  const exceptions = ['2027-03-24T07:00:00.000Z', '2027-03-29T06:00:00.000Z']
  const later = made({ ...weekly, from: '10:00', until: '16:00' })
  expect(movedExceptions(exceptions, later.start, zone)).toEqual([
    '2027-03-24T09:00:00.000Z',
    '2027-03-29T08:00:00.000Z',
  ])
  expect(movedExceptions(exceptions, made(weekly).start, zone)).toEqual(exceptions)
})

test('lines read as words', () => {
  expect(lineText(made(weekly), zone)).toBe('Every Mon and Wed, 08:00 to 14:00, from 10 Mar 2027')
  expect(lineText(made({ ...weekly, weekdays: [1, 2, 3, 4, 5], isAllDay: true }), zone)).toBe(
    'Every weekday, all day, from 9 Mar 2027',
  )
  expect(lineText({ ...made(weekly), rrule: 'FREQ=DAILY' }, zone)).toMatch(/^Every day, 08:00 to 14:00/)
  expect(lineText(made({ ...weekly, everyWeeks: 2, last: '2027-06-30' }), zone)).toBe(
    'Every Mon and Wed of every second week, 08:00 to 14:00, from 10 Mar 2027, until 30 Jun 2027',
  )
})
