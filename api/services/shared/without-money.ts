/** Fields that hold money have `Minor` in their names, or `minor` in the database. */
export const isMoney = (name: string): boolean => /minor/i.test(name)

/** A value without the fields that hold money, however deep. */
export const withoutMoney = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(withoutMoney) as T
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const kept = Object.entries(value).filter(([name]) => !isMoney(name))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutMoney(inner)])) as T
}
