// Public holidays as the engine asks for them.
import type { Frame } from '../../model/frame.ts'
import { parseDate } from '../../model/time.ts'

/** Answers whether a shift starts on a holiday of its site, by the site's local day. */
export function holidayTest(frame: Frame): (shift: number) => boolean {
  const { holidays, sites } = frame.problem
  const everywhere = new Set<number>()
  const bySite = sites.map(() => new Set<number>())
  for (const { day, site } of holidays ?? [])
    (site === undefined ? everywhere : bySite[sites.findIndex(({ id }) => id === site)]!).add(
      parseDate(day)! - frame.firstDay,
    )
  return (shift) => everywhere.has(frame.day[shift]!) || (bySite[frame.site[shift]!]?.has(frame.day[shift]!) ?? false)
}
