import { pointShownTo } from '../contract/point-shown-to.ts'
import type { LiveMessage } from '../contract/rostering.ts'

/** A message as it was written, as a tab with these permissions may read it: a run's point without `costs:read` has no score. */
export const shownTo = (sees: readonly string[], body: string): string => {
  if (sees.includes('costs:read')) return body
  const message = JSON.parse(body) as LiveMessage
  if (message.type !== 'run' || !message.point) return body
  return JSON.stringify({ ...message, point: pointShownTo(message.point, new Set(sees)) })
}
