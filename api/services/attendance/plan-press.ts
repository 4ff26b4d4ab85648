// What a press of the clock does. Pure: no clock of its own, no database.

export type PressKind = 'in' | 'out' | 'break-start' | 'break-end'
export type ClockState = 'out' | 'working' | 'on-break'
export type Break = { from: string; until: string | null }
type Open = { clockedInAt: Date; breaks: readonly Break[] }

/** What is to be done; a `repeat` is a button pressed twice and changes nothing, a refusal says what to press instead. */
type Plan =
  | { kind: 'start' }
  | { kind: 'breaks'; breaks: Break[] }
  | { kind: 'finish'; breaks: Break[] }
  | { kind: 'repeat' }
  | { kind: 'refused'; message: string }

/** Two presses of the same button within this time are one. */
const repeatMs = 60_000

export const clockStateOf = (open: Pick<Open, 'breaks'> | null): ClockState =>
  open === null ? 'out' : open.breaks.some(({ until }) => until === null) ? 'on-break' : 'working'

const refusals: Readonly<Record<PressKind, Readonly<Partial<Record<ClockState, string>>>>> = {
  in: { working: 'You are already clocked in. Clock out first.', 'on-break': 'You are on a break. End the break.' },
  out: { out: 'You are not clocked in. Clock in first.' },
  'break-start': { out: 'You are not clocked in. Clock in first.', 'on-break': 'You are already on a break.' },
  'break-end': { out: 'You are not clocked in. Clock in first.', working: 'You are not on a break.' },
}

/** `last` is the person's latest press before. Clocking out during a break ends the break as well. */
export const planPress = (
  open: Open | null,
  press: { kind: PressKind; at: Date },
  last: { kind: PressKind; at: Date } | null,
): Plan => {
  const sinceMs = last === null ? Number.POSITIVE_INFINITY : press.at.getTime() - last.at.getTime()
  if (last?.kind === press.kind && Math.abs(sinceMs) < repeatMs) return { kind: 'repeat' }
  if (sinceMs <= 0)
    return { kind: 'refused', message: 'There is a later press of the clock. Ask for a correction instead.' }
  const message = refusals[press.kind][clockStateOf(open)]
  if (message !== undefined) return { kind: 'refused', message }
  if (open === null) return { kind: 'start' }
  const at = press.at.toISOString()
  const ended = open.breaks.map((one) => (one.until === null ? { ...one, until: at } : one))
  if (press.kind === 'out') return { kind: 'finish', breaks: ended }
  return { kind: 'breaks', breaks: press.kind === 'break-end' ? ended : [...ended, { from: at, until: null }] }
}
