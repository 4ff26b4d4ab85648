import type { TimeOff } from '../../api/types.ts'

/** Whether two spans share any time; touching ends do not count. Both in one form of ISO instants. */
const overlap = (a: Pick<TimeOff, 'start' | 'end'>, b: Pick<TimeOff, 'start' | 'end'>): boolean =>
  Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end)

/** How many other people are away, or ask to be, while a request lasts. */
export const awayBeside = (request: TimeOff, all: readonly TimeOff[]): number =>
  new Set(
    all
      .filter(
        (one) =>
          (one.state === 'approved' || one.state === 'pending') &&
          one.employeeId !== request.employeeId &&
          overlap(one, request),
      )
      .map((one) => one.employeeId),
  ).size
