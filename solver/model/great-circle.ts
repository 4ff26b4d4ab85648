import type { Position } from './problem.ts'

/** Mean radius of the earth (IUGG). */
const earthMetres = 6_371_009

/** Great-circle distance by the haversine formula, whole metres. */
export function greatCircleMetres(from: Position, to: Position): number {
  const radians = Math.PI / 180
  const sineHalf = (degrees: number) => Math.sin((degrees * radians) / 2)
  const across = Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians)
  const h = sineHalf(to.latitude - from.latitude) ** 2 + across * sineHalf(to.longitude - from.longitude) ** 2
  return Math.round(2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h))))
}
