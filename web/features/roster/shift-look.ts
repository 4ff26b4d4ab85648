// How shifts look: a short code and a colour for each type, stable within a roster. Pure.
import type { GridShift, GridShiftType } from '../../api/types.ts'

const palette = ['#2f74d0', '#c2731b', '#6b4fc8', '#1c8a70', '#b83f76', '#5b7a1f', '#0f86a8', '#a4553a']
const codeLengthMax = 4

/** Codes of at most four letters: the type's own when it is short, else the fewest letters of its name that tell it apart. */
export const shortCodes = (types: readonly GridShiftType[]): Map<string, string> => {
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  const take = (id: string, code: string): void => {
    codes.set(id, code)
    taken.add(code)
  }
  for (const type of types) {
    const code = type.code.toUpperCase()
    if (code.length <= codeLengthMax && !taken.has(code)) take(type.id, code)
  }
  for (const type of types) {
    if (codes.has(type.id)) continue
    const words = type.name
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
    const initials = words
      .map((word) => word.slice(0, 1))
      .join('')
      .slice(0, codeLengthMax)
    const first = words[0] ?? type.code.toUpperCase()
    const candidates = [
      words.length > 1 ? initials : first.slice(0, 1),
      initials,
      ...[1, 2, 3, 4].map((n) => first.slice(0, n)),
    ]
    const free = candidates.find((one) => one !== '' && !taken.has(one))
    take(type.id, free ?? `${first.slice(0, 2)}${codes.size}`)
  }
  return codes
}

/** Each type's own colour, or one of a palette by its place. */
export const typeColours = (types: readonly GridShiftType[]): Map<string, string> =>
  new Map(types.map((type, n) => [type.id, type.colour ?? palette[n % palette.length] ?? '#2f74d0']))

/** "07:00–15:30", "7–15" when `tight` and on the hour. */
export const timeText = (shift: GridShift, tight = false): string => {
  if (!tight) return `${shift.startTime}–${shift.endTime}`
  const trim = (time: string): string => {
    const short = time.endsWith(':00') ? time.slice(0, 2) : time
    return short.startsWith('0') ? short.slice(1) : short
  }
  return `${trim(shift.startTime)}–${trim(shift.endTime)}`
}

/** What a column of the day view holds: from midnight to six the next morning. */
export const dayViewMinutes = 30 * 60

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Place on a day's clock in minutes after its midnight; a night ends after 1440. */
export const clockSpan = (shift: GridShift): { startMin: number; endMin: number } => {
  const startMin = minutesOf(shift.startTime)
  const endMin = minutesOf(shift.endTime)
  return { startMin, endMin: endMin <= startMin ? endMin + 1440 : endMin }
}
