import { describe, expect, it } from 'vitest'
import { isWithinAddresses } from './is-within-addresses.ts'
import { judgeAddress, judgePlace } from './judge-place.ts'
import { matchShift } from './match-shift.ts'
import { hashPin, isPin } from './pin-hash.ts'
import { clockStateOf, type PressKind, planPress } from './plan-press.ts'
import { reliabilityPercent } from './reliability-percent.ts'
import { isLateFor, settleEntry } from './settle-entry.ts'

const at = (text: string) => new Date(text)
const working = { clockedInAt: at('2027-03-10T06:00:00Z'), breaks: [] }
const paused = { ...working, breaks: [{ from: '2027-03-10T10:00:00.000Z', until: null }] }
const press = (kind: PressKind, time = '2027-03-10T12:00:00Z') => ({ kind, at: at(time) })

describe('the clock', () => {
  it('takes each press in the state it fits and refuses it in the others', () => {
    const outcome = (open: typeof working | typeof paused | null, kind: PressKind) =>
      planPress(open, press(kind), null).kind
    const kinds: PressKind[] = ['in', 'out', 'break-start', 'break-end']
    expect(kinds.map((kind) => outcome(null, kind))).toEqual(['start', 'refused', 'refused', 'refused'])
    expect(kinds.map((kind) => outcome(working, kind))).toEqual(['refused', 'finish', 'breaks', 'refused'])
    expect(kinds.map((kind) => outcome(paused, kind))).toEqual(['refused', 'finish', 'refused', 'breaks'])
    expect([null, working, paused].map(clockStateOf)).toEqual(['out', 'working', 'on-break'])
  })

  it('ends a break with clocking out', () => {
    const ended = [{ from: '2027-03-10T10:00:00.000Z', until: '2027-03-10T12:00:00.000Z' }]
    expect(planPress(paused, press('out'), null)).toEqual({ kind: 'finish', breaks: ended })
  })

  it('takes a double press for one, and refuses a press before a later one', () => {
    const last = press('in', '2027-03-10T11:59:30Z')
    expect(planPress(working, press('in'), last).kind).toBe('repeat')
    expect(planPress(working, press('in', '2027-03-10T12:01:00Z'), last).kind).toBe('refused')
    expect(planPress(working, press('out', '2027-03-10T11:00:00Z'), last).kind).toBe('refused')
  })
})

const policy = { graceMinutes: 5, roundingMinutes: 15 }
const planned = { startsAt: at('2027-03-10T07:00:00Z'), endsAt: at('2027-03-10T15:00:00Z') }
const settle = (from: string, until: string, plan: typeof planned | null = planned, notBefore: Date | null = null) =>
  settleEntry({ clockedInAt: at(from), clockedOutAt: at(until), breaks: [] }, plan, policy, notBefore)

describe('an entry', () => {
  it('counts the planned time within the grace and rounds beyond it', () => {
    expect(settle('2027-03-10T06:56:10Z', '2027-03-10T15:04:59Z')).toMatchObject({ ...planned, workedMinutes: 480 })
    const beyond = settle('2027-03-10T07:08:00Z', '2027-03-10T14:40:00Z')
    expect(beyond).toMatchObject({ startsAt: at('2027-03-10T07:15:00Z'), endsAt: at('2027-03-10T14:45:00Z') })
    expect(beyond.leftEarly).toBe(true)
    expect(isLateFor(at('2027-03-10T07:05:00Z'), planned, policy)).toBe(false)
    expect(isLateFor(at('2027-03-10T07:05:01Z'), planned, policy)).toBe(true)
    expect(isLateFor(at('2027-03-10T09:00:00Z'), null, policy)).toBe(false)
  })

  it('takes off the breaks that lie inside it, and no others', () => {
    const breaks = [
      { from: '2027-03-10T06:50:00Z', until: '2027-03-10T07:10:00Z' },
      { from: '2027-03-10T10:00:00Z', until: '2027-03-10T10:20:00Z' },
    ]
    const clocked = { clockedInAt: at('2027-03-10T06:55:00Z'), clockedOutAt: at('2027-03-10T15:00:00Z'), breaks }
    expect(settleEntry(clocked, planned, policy, null)).toMatchObject({ breakMinutes: 30, workedMinutes: 450 })
  })

  it('does not begin before the one before it ended, and never loses all of itself to rounding', () => {
    const before = at('2027-03-10T07:05:00Z')
    expect(settle('2027-03-10T07:06:00Z', '2027-03-10T15:00:00Z', null, before).startsAt).toEqual(before)
    const short = settle('2027-03-10T07:01:00Z', '2027-03-10T07:03:00Z', null)
    expect(short).toMatchObject({ startsAt: at('2027-03-10T07:01:00Z'), workedMinutes: 2 })
  })

  it('counts true minutes through a night in which the clocks change', () => {
    // Berlin: 22:00 to 06:00 is seven hours on 28 March 2027 and nine on 31 October.
    expect(settle('2027-03-27T21:00:00Z', '2027-03-28T04:00:00Z', null).workedMinutes).toBe(420)
    expect(settle('2027-10-30T20:00:00Z', '2027-10-31T05:00:00Z', null).workedMinutes).toBe(540)
  })

  it('belongs to the shift that is near, under way or within four hours', () => {
    const late = { startsAt: at('2027-03-10T15:00:00Z'), endsAt: at('2027-03-10T23:00:00Z') }
    expect(matchShift(at('2027-03-10T06:50:00Z'), [late, planned])).toBe(planned)
    expect(matchShift(at('2027-03-10T14:50:00Z'), [planned, late])).toBe(late)
    expect(matchShift(at('2027-03-10T10:30:00Z'), [late, planned])).toBe(planned)
    expect(matchShift(at('2027-03-10T02:00:00Z'), [planned, late])).toBeNull()
  })
})

describe('the place', () => {
  const site = { name: 'Main', latitude: 52.52, longitude: 13.405, geofenceMetres: 100 }
  const away = (latitude: number, accuracyMetres: number) => ({ latitude, longitude: 13.405, accuracyMetres })
  it('takes who stands within the fence, the reading taken with its accuracy up to a hundred metres', () => {
    expect(judgePlace(site, away(52.5205, 0))).toBeNull()
    expect(judgePlace(site, away(52.5215, 0))).toContain('metres from Main')
    expect(judgePlace(site, away(52.5215, 80))).toBeNull()
    expect(judgePlace(site, away(52.53, 5000))).toContain('metres from Main')
    expect(judgePlace(site, null)).toContain('asks where you are')
    expect(judgePlace({ ...site, geofenceMetres: null }, null)).toBeNull()
    expect(judgePlace(null, null)).toBeNull()
  })

  it('takes addresses inside the ranges, of both families', () => {
    const ranges = ['192.0.2.0/24', '2001:db8::/32', '198.51.100.7/32']
    const within = ['192.0.2.200', '::ffff:192.0.2.1', '2001:db8:1::1', '198.51.100.7']
    const beyond = ['192.0.3.1', '198.51.100.8', '2001:db9::1', '::1', 'nonsense', '1.2.3', '']
    expect(within.map((address) => isWithinAddresses(ranges, address))).toEqual(within.map(() => true))
    expect(beyond.map((address) => isWithinAddresses(ranges, address))).toEqual(beyond.map(() => false))
    expect(isWithinAddresses(['0.0.0.0/0'], '8.8.8.8')).toBe(true)
    expect(judgeAddress([], null)).toBeNull()
    expect(judgeAddress(ranges, null)).toContain('network')
  })
})

it('a PIN is told from another by its hash, and nobody has none', async () => {
  const hash = await hashPin('1234')
  expect(hash).not.toContain('1234')
  expect([await isPin('1234', hash), await isPin('1235', hash), await isPin('1234', null)]).toEqual([
    true,
    false,
    false,
  ])
})

it('reliability is the mean over shifts: on time whole, late three quarters, no clock-out half, not come nothing', () => {
  const none = { shifts: 0, onTime: 0, late: 0, missedPunch: 0, noShow: 0 }
  expect(reliabilityPercent(none)).toBeNull()
  expect(reliabilityPercent({ shifts: 4, onTime: 1, late: 1, missedPunch: 1, noShow: 1 })).toBe(56)
  expect(reliabilityPercent({ ...none, shifts: 3, onTime: 3 })).toBe(100)
})
