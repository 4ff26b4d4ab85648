// How contracted minutes shrink with a part-time share and with approved time off.
import type { Frame } from '../../model/frame.ts'
import { dayMinutes, parseInstant } from '../../model/time.ts'

/** Contracted minutes of a full-time job, scaled to the person's share; rounded down. */
export function contractedMinutes(frame: Frame, employee: number, minutes: number): number {
  return Math.floor((minutes * (frame.problem.employees[employee]!.sharePercent ?? 100)) / 100)
}

/** Local days (of the period's zone) that lie wholly inside approved time off, by day counted from the period's first. */
export function absentDays(frame: Frame, employee: number): Set<number> {
  const clock = frame.clocks.at(-1)!
  const days = new Set<number>()
  for (const span of frame.problem.employees[employee]!.unavailable ?? []) {
    if (span.kind !== 'time-off') continue
    const start = parseInstant(span.start)!
    const end = parseInstant(span.end)!
    for (let day = clock.dayOf(start); day <= clock.dayOf(end); day++)
      if (clock.toInstant(day * dayMinutes) >= start && clock.toInstant((day + 1) * dayMinutes) <= end)
        days.add(day - frame.firstDay)
  }
  return days
}

/** Minutes of a period that count as worked because the person is off on some of its days; rounded down. */
export function absenceCredit(
  contracted: number,
  absent: ReadonlySet<number>,
  firstDay: number,
  lastDay: number,
): number {
  let off = 0
  for (const day of absent) if (day >= firstDay && day <= lastDay) off++
  return Math.floor((contracted * off) / (lastDay - firstDay + 1))
}
