// From what the clock was told to what counts: grace, rounding, breaks. Pure.
import type { AttendancePolicy } from '../../../drizzle/schema/organisation.ts'
import type { Break } from './plan-press.ts'

type Clocked = { clockedInAt: Date; clockedOutAt: Date; breaks: readonly Break[] }
type Planned = { startsAt: Date; endsAt: Date }
type Policy = Pick<AttendancePolicy, 'graceMinutes' | 'roundingMinutes'>

const minuteMs = 60_000

/** Within the grace the planned time counts, else the nearest multiple of the rounding, counted from the full hour. */
const counted = (at: Date, planned: Date | undefined, policy: Policy): Date => {
  const graceMs = policy.graceMinutes * minuteMs
  if (planned !== undefined && Math.abs(at.getTime() - planned.getTime()) <= graceMs) return planned
  const stepMs = policy.roundingMinutes * minuteMs
  return new Date(Math.round(at.getTime() / stepMs) * stepMs)
}

/** Whole minutes of breaks inside a span; a break that was never ended lasts to the span's end. */
const breakMinutesIn = (breaks: readonly Break[], from: Date, until: Date): number => {
  const inside = breaks.reduce((sum, one) => {
    const begin = Math.max(Date.parse(one.from), from.getTime())
    const end = Math.min(one.until === null ? until.getTime() : Date.parse(one.until), until.getTime())
    return sum + Math.max(0, end - begin)
  }, 0)
  return Math.round(inside / minuteMs)
}

/** Minutes between two instants without those of breaks, whole and never below zero; true minutes, whatever clocks did that night. */
export const minutesWorked = (from: Date, until: Date, breakMinutes: number): number =>
  Math.max(0, Math.round((until.getTime() - from.getTime()) / minuteMs) - breakMinutes)

/** Whether somebody came later than the grace allows. */
export const isLateFor = (clockedInAt: Date, planned: Planned | null, policy: Policy): boolean =>
  planned !== null && clockedInAt.getTime() > planned.startsAt.getTime() + policy.graceMinutes * minuteMs

/**
 * A finished piece of work as it counts. `notBefore` is the end of the piece before it, which it may not overlap; where grace and
 * rounding would leave nothing of it, the clock's own times count. Only breaks that were clocked are taken off.
 */
export const settleEntry = (clocked: Clocked, planned: Planned | null, policy: Policy, notBefore: Date | null) => {
  const { clockedInAt, clockedOutAt, breaks } = clocked
  const start = counted(clockedInAt, planned?.startsAt, policy)
  const end = counted(clockedOutAt, planned?.endsAt, policy)
  const from = notBefore !== null && notBefore > start ? notBefore : start
  const [startsAt, endsAt] = end > from ? [from, end] : [clockedInAt, clockedOutAt]
  const breakMinutes = breakMinutesIn(breaks, startsAt, endsAt)
  const graceMs = policy.graceMinutes * minuteMs
  return {
    startsAt,
    endsAt,
    breakMinutes,
    workedMinutes: minutesWorked(startsAt, endsAt, breakMinutes),
    leftEarly: planned !== null && clockedOutAt.getTime() < planned.endsAt.getTime() - graceMs,
  }
}
