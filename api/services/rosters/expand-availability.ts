// Availability as people state it becomes spans of one roster's period.
import { expandRecurrence, type Recurring, type Span } from '../availability/expand-recurrence.ts'
import { addDays, localDay, localDaysOf, startOfDay } from './local-time.ts'
import { type AvailabilityRow, marginDays, type RosterRow } from './planning-rows.ts'

const dayMs = 86_400_000

/** Days on which somebody said when they are there: where a span begins, and all that a span of more than a day touches. */
const daysSpokenFor = (spans: readonly Span[], zone: string): Set<string> =>
  new Set(
    spans.flatMap(({ startsAt, endsAt }) =>
      endsAt.getTime() - startsAt.getTime() > dayMs ? localDaysOf(startsAt, endsAt, zone) : [localDay(startsAt, zone)],
    ),
  )

/** What is left of a span when others are taken out of it, in order. */
const without = (whole: Span, taken: readonly Span[]): Span[] => {
  const left: Span[] = []
  let from = whole.startsAt
  for (const { startsAt, endsAt } of [...taken].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (endsAt.getTime() <= from.getTime() || startsAt.getTime() >= whole.endsAt.getTime()) continue
    if (startsAt.getTime() > from.getTime()) left.push({ startsAt: from, endsAt: startsAt })
    from = endsAt
  }
  if (from.getTime() < whole.endsAt.getTime()) left.push({ startsAt: from, endsAt: whole.endsAt })
  return left
}

/** Times of the spoken-for days at which the person is not there. */
const outside = (available: readonly Span[], zone: string): Span[] =>
  [...daysSpokenFor(available, zone)].flatMap((day) =>
    without({ startsAt: startOfDay(day, zone), endsAt: startOfDay(addDays(day, 1), zone) }, available),
  )

/**
 * Each line's occurrences around the period. Whoever is `available` at some time of a day is unavailable at its other times; a
 * day without such a line stays free. A night belongs to the day it begins on. Ordered by start.
 */
export const expandAvailability = (
  lines: readonly (AvailabilityRow & Recurring)[],
  roster: Pick<RosterRow, 'start' | 'days' | 'zone'>,
): AvailabilityRow[] => {
  const from = startOfDay(addDays(roster.start, -marginDays), roster.zone)
  const to = startOfDay(addDays(roster.start, roster.days + marginDays), roster.zone)
  const rows = lines.flatMap(({ employeeId, kind, weight, shiftTypeId, ...line }) =>
    expandRecurrence(line, from, to).map(
      (span): AvailabilityRow => ({ employeeId, kind, weight, shiftTypeId, ...span }),
    ),
  )
  const available = Map.groupBy(
    rows.filter(({ kind }) => kind === 'available'),
    ({ employeeId }) => employeeId,
  )
  const away = [...available].flatMap(([employeeId, spans]) =>
    outside(spans, roster.zone).map(
      (span): AvailabilityRow => ({ employeeId, kind: 'unavailable', weight: 1, shiftTypeId: null, ...span }),
    ),
  )
  return [...rows, ...away].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
