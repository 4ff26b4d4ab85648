// Instants in fields of type datetime-local, which speak the device's own time.

/** "2027-03-01T07:05" */
export const localInput = (iso: string): string => {
  const at = new Date(iso)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

export const instantOf = (local: string): string => new Date(local).toISOString()
