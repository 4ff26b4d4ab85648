type Ids = ReadonlySet<string>

/** Whether something is about such a person: it is their id, holds it in a field, or in a list of them and nobody else. */
const isAbout = (value: unknown, ids: Ids): boolean => {
  if (typeof value === 'string') return ids.has(value)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.values(value).some((inner) =>
    Array.isArray(inner)
      ? inner.length > 0 && inner.every((one) => typeof one === 'string' && ids.has(one))
      : typeof inner === 'string' && ids.has(inner),
  )
}

/**
 * A value without what is about the people named by `ids`, however deep: entries of lists about them go, and fields that hold such
 * an id. Lists may grow shorter; nothing else changes. Pure.
 */
export const withoutPeople = <T>(value: T, ids: Ids): T => {
  if (ids.size === 0) return value
  if (Array.isArray(value)) {
    return value.filter((one) => !isAbout(one, ids)).map((one) => withoutPeople(one, ids)) as T
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const kept = Object.entries(value).filter(([, inner]) => typeof inner !== 'string' || !ids.has(inner))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutPeople(inner, ids)])) as T
}
