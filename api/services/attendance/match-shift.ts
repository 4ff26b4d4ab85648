// Which planned shift a press of the clock belongs to. Pure.

const earlyMs = 4 * 3_600_000

/** The shift under way whose start lies nearest, else the one that begins next within four hours; null where there is none. */
export const matchShift = <Shift extends { startsAt: Date; endsAt: Date }>(
  at: Date,
  shifts: readonly Shift[],
): Shift | null => {
  const distance = ({ startsAt }: Shift) => Math.abs(startsAt.getTime() - at.getTime())
  const near = shifts
    .filter(({ startsAt, endsAt }) => at < endsAt && startsAt.getTime() - at.getTime() <= earlyMs)
    .sort((a, b) => distance(a) - distance(b))
  return near[0] ?? null
}
