import { useQuery } from '@tanstack/react-query'
import { availabilityQuery } from '../../api/time-off.ts'
import { addDays, daysOf } from '../../ui/dates.ts'
import { wallClock } from '../calendar/wall-clock.ts'

/** The seven days from `first`, and the lines with their occurrences in them, of one person or of everybody. */
export const useWeek = (first: string, zone: string, employeeId?: string) => {
  const clock = wallClock(zone)
  const span = { from: clock.toInstant(first), to: clock.toInstant(addDays(first, 7)) }
  const lines = useQuery(availabilityQuery({ ...span, ...(employeeId === undefined ? {} : { employeeId }) }))
  return { days: daysOf(first, 7), lines }
}
