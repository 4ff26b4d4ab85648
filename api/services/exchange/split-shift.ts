// A shift in two or three pieces: the part that goes to somebody else and what stays before and after it. Pure.

export type Piece = { startsAt: Date; endsAt: Date; breakMinutes: number; paidMinutes: number; isPart: boolean }
type Whole = { startsAt: Date; endsAt: Date; paidMinutes: number }

const minuteMs = 60_000

/**
 * The pieces in order; paid minutes are shared out by length (largest remainder first), so that together they are exactly the
 * shift's, and what is left of each piece's length is its break. Null when the part does not lie inside the shift or is all of it.
 */
export const splitShift = (shift: Whole, from: Date, until: Date): Piece[] | null => {
  const [start, end] = [shift.startsAt.getTime(), shift.endsAt.getTime()]
  const [partStart, partEnd] = [from.getTime(), until.getTime()]
  if (partStart < start || partEnd > end || partEnd <= partStart) return null
  if (partStart === start && partEnd === end) return null
  const spans = [
    { from: start, until: partStart, isPart: false },
    { from: partStart, until: partEnd, isPart: true },
    { from: partEnd, until: end, isPart: false },
  ].filter((span) => span.until > span.from)
  const paid = sharedOut(
    shift.paidMinutes,
    spans.map((span) => span.until - span.from),
  )
  return spans.map((span, at) => {
    const paidMinutes = paid[at] ?? 0
    return {
      startsAt: new Date(span.from),
      endsAt: new Date(span.until),
      paidMinutes,
      breakMinutes: Math.max(0, Math.floor((span.until - span.from) / minuteMs) - paidMinutes),
      isPart: span.isPart,
    }
  })
}

/** Whole numbers in proportion to the weights that sum to `total`. */
const sharedOut = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  const missing = total - shares.reduce((all, share) => all + share, 0)
  for (const { at } of order.slice(0, missing)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}
