import type { ClockPress } from '../../api/types.ts'

type Position = NonNullable<ClockPress['position']>

const timeoutMs = 15_000

/** Where the device is. Throws an error with the way out when it does not say so. */
export const findPosition = (): Promise<Position> => {
  if (!('geolocation' in navigator))
    return Promise.reject(new Error('This device cannot say where it is. Ask a manager to clock you in.'))
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyMetres: Math.min(1_000_000, Math.round(coords.accuracy)),
        }),
      ({ code, PERMISSION_DENIED }) =>
        reject(
          new Error(
            code === PERMISSION_DENIED
              ? 'This place asks where you are. Allow your browser to say it, then press again.'
              : 'Your device does not know where it is. Step outside or near a window, then press again.',
          ),
        ),
      { enableHighAccuracy: true, timeout: timeoutMs, maximumAge: 0 },
    )
  })
}
