// Weeks and months of an overview, as first and last day. Pure.
import { addDays, weekdayOf } from '../../ui/dates.ts'

export type SpanKind = 'week' | 'month'

export interface Span {
  from: string
  to: string
}

const dayBeforeNextMonth = (first: string): string => addDays(`${addDays(first, 31).slice(0, 8)}01`, -1)

/** The week (Monday to Sunday) or the calendar month that a day lies in. */
export const spanAround = (kind: SpanKind, day: string): Span => {
  if (kind === 'week') {
    const from = addDays(day, 1 - weekdayOf(day))
    return { from, to: addDays(from, 6) }
  }
  const from = `${day.slice(0, 8)}01`
  return { from, to: dayBeforeNextMonth(from) }
}

/** The one before or after. */
export const spanBeside = (kind: SpanKind, { from, to }: Span, direction: -1 | 1): Span =>
  spanAround(kind, direction === 1 ? addDays(to, 1) : addDays(from, -1))
