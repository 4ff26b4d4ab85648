// The decisions about leave, without a database.
import { expect, test } from 'vitest'
import { Conflict, Forbidden, Invalid } from '../../errors.ts'
import { countMinutes } from './count-minutes.ts'
import { dueMonths, planAccruals } from './plan-accruals.ts'
import { planDecision, planStart } from './plan-decision.ts'
import { planLedger } from './plan-ledger.ts'
import { refuseBlackout, refuseShortNotice, refuseTooLong } from './refuse-leave.ts'

const berlin = { zone: 'Europe/Berlin', holidays: new Set<string>() }
const office = { unit: 'days' as const, minutesPerDay: 480, weekdays: [1, 2, 3, 4, 5] }
const span = (start: string, end: string) => ({ startsAt: new Date(start), endsAt: new Date(end) })

test('days count by the local calendar: free weekdays and holidays take nothing', () => {
  const twoWeeks = span('2027-03-21T23:00Z', '2027-04-04T22:00Z')
  expect(countMinutes(twoWeeks, office, berlin)).toBe(10 * 480)
  const holidays = new Set(['2027-03-26', '2027-03-28', '2027-03-29'])
  expect(countMinutes(twoWeeks, office, { ...berlin, holidays })).toBe(8 * 480)
  expect(countMinutes(twoWeeks, { ...office, weekdays: [1, 2, 3, 4, 5, 6, 7] }, berlin)).toBe(14 * 480)
})

test('a day of which at most half is asked for counts half, on the days of clock changes as well', () => {
  expect(countMinutes(span('2027-03-01T11:00Z', '2027-03-02T23:00Z'), office, berlin)).toBe(240 + 480)
  const sundays = { ...office, weekdays: [7] }
  expect(countMinutes(span('2027-03-27T23:00Z', '2027-03-28T22:00Z'), sundays, berlin)).toBe(480)
  expect(countMinutes(span('2027-10-30T22:00Z', '2027-10-31T10:00Z'), sundays, berlin)).toBe(240)
})

test('hours count as asked for, at most what a day takes', () => {
  const hours = { ...office, unit: 'hours' as const }
  expect(countMinutes(span('2027-03-01T08:00Z', '2027-03-01T10:30Z'), hours, berlin)).toBe(150)
  expect(countMinutes(span('2027-03-01T08:00Z', '2027-03-03T10:00Z'), hours, berlin)).toBe(480 + 480 + 480)
  expect(countMinutes(span('2027-03-06T08:00Z', '2027-03-06T10:00Z'), hours, berlin)).toBe(0)
})

test('the ledger follows what a request holds, whatever becomes of it', () => {
  const pending = { typeId: 'a', minutes: 960, state: 'pending' }
  const take = { typeId: 'a', kind: 'request', minutes: -960 }
  const back = { typeId: 'a', kind: 'return', minutes: 960 }
  expect(planLedger(null, pending)).toEqual([take])
  expect(planLedger(pending, { ...pending, state: 'approved' })).toEqual([])
  expect(planLedger(pending, { ...pending, state: 'rejected' })).toEqual([back])
  expect(planLedger({ ...pending, state: 'rejected' }, null)).toEqual([])
  expect(planLedger(pending, null)).toEqual([back])
  expect(planLedger(pending, { ...pending, minutes: 480 })).toEqual([{ ...back, minutes: 480 }])
  expect(planLedger(pending, { ...pending, minutes: 1440 })).toEqual([{ ...take, minutes: -480 }])
  expect(planLedger(pending, { ...pending, typeId: 'b' })).toEqual([back, { ...take, typeId: 'b' }])
  expect(planLedger(null, { ...pending, typeId: null })).toEqual([])
})

const waiting = { id: 'r', state: 'pending' as const }
const bo = { decision: 'approved' as const, userId: 'bo', isOwn: false }

test('one level grants at the first yes, two at the second of another person', () => {
  expect(planDecision(waiting, [], 1, bo)).toEqual({ level: 1, state: 'approved', approvalsLeft: 0 })
  expect(planDecision(waiting, [], 2, bo)).toEqual({ level: 1, state: 'pending', approvalsLeft: 1 })
  const said = [{ level: 1, decidedBy: 'bo' }]
  expect(() => planDecision(waiting, said, 2, bo)).toThrow(Forbidden)
  expect(planDecision(waiting, said, 2, { ...bo, userId: 'cy' })).toEqual({
    level: 2,
    state: 'approved',
    approvalsLeft: 0,
  })
})

test('a no at any level ends it; nobody decides about themselves or about what is decided', () => {
  const no = { ...bo, decision: 'rejected' as const, userId: 'cy' }
  expect(planDecision(waiting, [{ level: 1, decidedBy: 'bo' }], 2, no)).toMatchObject({ level: 2, state: 'rejected' })
  expect(() => planDecision(waiting, [], 1, { ...bo, isOwn: true })).toThrow(Forbidden)
  expect(() => planDecision({ ...waiting, state: 'cancelled' }, [], 1, bo)).toThrow(Conflict)
})

test("a request of one's own waits unless nobody is asked; a manager's entry is one yes", () => {
  const own = { wanted: undefined, isOwn: true, mayApprove: true }
  const others = { ...own, isOwn: false }
  expect(planStart(0, own)).toEqual({ state: 'approved', decides: false })
  expect(planStart(1, own)).toEqual({ state: 'pending', decides: false })
  expect(() => planStart(1, { ...own, wanted: 'approved' })).toThrow(Forbidden)
  expect(planStart(1, others)).toEqual({ state: 'approved', decides: true })
  expect(planStart(2, others)).toEqual({ state: 'pending', decides: true })
  expect(planStart(1, { ...others, wanted: 'pending' })).toEqual({ state: 'pending', decides: false })
  expect(planStart(1, { ...others, mayApprove: false })).toEqual({ state: 'pending', decides: false })
})

test('blackouts refuse by name and days, only where days meet', () => {
  const fair = { name: 'Fair', firstDay: '2027-03-10', lastDay: '2027-03-12' }
  expect(() => refuseBlackout({ first: '2027-03-12', last: '2027-03-14' }, [fair])).toThrow(
    '"Fair" (2027-03-10 to 2027-03-12)',
  )
  refuseBlackout({ first: '2027-03-13', last: '2027-03-14' }, [fair])
})

test('notice is counted in days from today; leave of a kind lasts two years at most', () => {
  const asked = { first: '2027-03-08', last: '2027-03-08' }
  refuseShortNotice(asked, '2027-03-01', 7)
  refuseShortNotice(asked, '2027-03-08', 0)
  expect(() => refuseShortNotice(asked, '2027-03-02', 7)).toThrow('2027-03-09')
  expect(() => refuseTooLong(span('2027-01-01T00:00Z', '2029-02-01T00:00Z'))).toThrow(Invalid)
})

test('months that were missed are made up for; a kind never looked at begins with this one', () => {
  expect(dueMonths(null, '2027-03-17')).toEqual(['2027-03-01'])
  expect(dueMonths('2027-03-01', '2027-03-31')).toEqual([])
  expect(dueMonths('2026-11-01', '2027-02-01')).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
})

const policy = { accrualMinutesPerMonth: 960, carryOverMinutesMax: 2400, accruedOn: null }
const ada = { employeeId: 'ada', hiredOn: null, terminatedOn: null, minutes: 0, minutesAtYearEnd: 0 }

test('a month is given to who is employed on its first day', () => {
  const people = [
    ada,
    { ...ada, employeeId: 'bo', hiredOn: '2027-03-02' },
    { ...ada, employeeId: 'cy', terminatedOn: '2027-02-28' },
    { ...ada, employeeId: 'di', hiredOn: '2027-03-01', terminatedOn: '2027-03-01' },
  ]
  expect(planAccruals(policy, people, '2027-03-01').map(({ employeeId }) => employeeId)).toEqual(['ada', 'di'])
})

test('in January what goes beyond the carry-over ends, but nothing that was asked for already', () => {
  const lost = (minutesAtYearEnd: number, minutes: number, most: number | null = 2400, month = '2027-01-01') =>
    planAccruals({ ...policy, carryOverMinutesMax: most }, [{ ...ada, minutesAtYearEnd, minutes }], month)
      .filter(({ kind }) => kind === 'expiry')
      .map((entry) => entry.minutes)
  expect(lost(3000, 3000)).toEqual([-600])
  expect(lost(2400, 2400)).toEqual([])
  expect(lost(3000, 200)).toEqual([-200])
  expect(lost(3000, -100)).toEqual([])
  expect(lost(3000, 3000, null)).toEqual([])
  expect(lost(3000, 3000, 0)).toEqual([-3000])
  expect(lost(3000, 3000, 2400, '2027-02-01')).toEqual([])
})
