// What a night is: a shift with the tag, or one that starts between two times of day.
import type { Frame } from '../../model/frame.ts'
import { parseTime } from '../../model/time.ts'

export interface NightParams {
  /** When given, the tag alone decides. */
  tag?: string
  /** Local times of day between which a night starts; `to` before `from` crosses midnight. */
  from: string
  to: string
}

/** With a tag the tag decides; else the start, by the wall clock of the site. */
export function isNight(frame: Frame, item: number, params: NightParams): boolean {
  if (params.tag !== undefined) return frame.tags[item]!.includes(params.tag)
  const from = parseTime(params.from) ?? 0
  const to = parseTime(params.to) ?? 0
  const start = frame.startMinuteOfDay[item]!
  return from < to ? start >= from && start < to : start >= from || start < to
}
