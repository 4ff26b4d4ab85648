// The clock in numbers and words: how long somebody has worked, and what may be pressed next. Pure.
import type { Clock, TimeEntry } from '../../api/types.ts'

export type PressKind = 'in' | 'out' | 'break-start' | 'break-end'

const minuteMs = 60_000

/** Whole minutes of an entry at an instant, its breaks taken off; a break under way counts until then. */
export const minutesSoFar = ({ clockedInAt, clockedOutAt, breaks }: TimeEntry, nowMs: number): number => {
  const endMs = clockedOutAt === null ? nowMs : Date.parse(clockedOutAt)
  const pausedMs = breaks.reduce(
    (sum, { from, until }) => sum + (until === null ? endMs : Date.parse(until)) - Date.parse(from),
    0,
  )
  return Math.max(0, Math.floor((endMs - Date.parse(clockedInAt) - pausedMs) / minuteMs))
}

/** The press that comes next, and the other one that is possible, by state. */
export const pressesOf: Readonly<Record<Clock['state'], { main: PressKind; other: PressKind | null }>> = {
  out: { main: 'in', other: null },
  working: { main: 'out', other: 'break-start' },
  'on-break': { main: 'break-end', other: 'out' },
}

export const pressWords: Readonly<Record<PressKind, string>> = {
  in: 'Clock in',
  out: 'Clock out',
  'break-start': 'Start break',
  'break-end': 'End break',
}
export const stateWords: Readonly<Record<Clock['state'], string>> = {
  out: 'Not clocked in',
  working: 'Working',
  'on-break': 'On a break',
}

export const entryWords = {
  open: { kind: 'info', word: 'Under way' },
  complete: { kind: 'neutral', word: 'Complete' },
  'missed-punch': { kind: 'danger', word: 'No clock-out' },
  corrected: { kind: 'success', word: 'Corrected' },
} as const
