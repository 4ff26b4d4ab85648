// How long the way between two sites takes: as given, else along the great circle. Pure.
import { greatCircleMetres } from '../../../solver/model/great-circle.ts'

export interface Place {
  id: string
  latitude: number | null
  longitude: number | null
}
export interface GivenWay {
  fromSiteId: string
  toSiteId: string
  minutes: number
  metres: number | null
}
type Way = { minutes: number; metres: number | null; source: 'given' | 'given-back' | 'great-circle' }

/** Speed along the straight line: roads are about a third longer, and towns take fifty kilometres an hour at best. */
const metresPerMinute = 600

/** Ways that were given, by their two ends. */
export type GivenWays = ReadonlyMap<string, GivenWay>
const endsOf = (from: string, to: string): string => `${from} ${to}`
export const byEnds = (given: readonly GivenWay[]): GivenWays =>
  new Map(given.map((way) => [endsOf(way.fromSiteId, way.toSiteId), way]))

/** The way from one place to another; null where nothing is known. A way back that was given holds for the way there. */
export const wayBetween = (from: Place, to: Place, given: GivenWays): Way | null => {
  const there = given.get(endsOf(from.id, to.id))
  if (there !== undefined) return { minutes: there.minutes, metres: there.metres, source: 'given' }
  const back = given.get(endsOf(to.id, from.id))
  if (back !== undefined) return { minutes: back.minutes, metres: back.metres, source: 'given-back' }
  const [a, b] = [positionOf(from), positionOf(to)]
  if (a === null || b === null) return null
  const metres = greatCircleMetres(a, b)
  return { minutes: Math.min(1440, Math.ceil(metres / metresPerMinute)), metres, source: 'great-circle' }
}

/** Coordinates, where a place has them. */
export const positionOf = ({ latitude, longitude }: Place) =>
  latitude === null || longitude === null ? null : { latitude, longitude }
