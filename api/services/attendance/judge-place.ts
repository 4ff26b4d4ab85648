// Whether somebody stands where the clock may be pressed. Pure.
import { greatCircleMetres } from '../../../solver/model/great-circle.ts'
import { isWithinAddresses } from './is-within-addresses.ts'

type Place = { name: string; latitude: number | null; longitude: number | null; geofenceMetres: number | null }
type Position = { latitude: number; longitude: number; accuracyMetres: number }

/** A reading that is vaguer than this says too little to count in anybody's favour. */
const accuracyMetresMax = 100

/** True where the site asks where people are. */
export const needsPosition = ({ geofenceMetres }: Pick<Place, 'geofenceMetres'>): boolean => geofenceMetres !== null

/** Why somebody may not clock in here, in words; null when they may. A reading counts with its accuracy, up to 100 metres of it. */
export const judgePlace = (site: Place | null, position: Position | null): string | null => {
  if (site === null || site.geofenceMetres === null || site.latitude === null || site.longitude === null) return null
  if (position === null) return `${site.name} asks where you are. Allow your device to say it and clock in again.`
  const metres = greatCircleMetres({ latitude: site.latitude, longitude: site.longitude }, position)
  const away = metres - Math.min(position.accuracyMetres, accuracyMetresMax)
  if (away <= site.geofenceMetres) return null
  return `You are ${metres} metres from ${site.name}; clocking in takes at most ${site.geofenceMetres}. Go there, or ask a manager.`
}

/** Why the clock may not be pressed from this address; null when it may. An empty list asks nothing. */
export const judgeAddress = (ranges: readonly string[], address: string | null): string | null =>
  ranges.length === 0 || (address !== null && isWithinAddresses(ranges, address))
    ? null
    : 'The clock is not taken from your network. Use the one at work, or ask a manager.'
