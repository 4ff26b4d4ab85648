// What a form holds, as the API takes it.

/** The trimmed text of a field; null where it is empty. */
export const textOf = (form: FormData, name: string): string | null => {
  const value = form.get(name)
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

/** The number of a field; null where it is empty or none. */
export const numberOf = (form: FormData, name: string): number | null => {
  const text = textOf(form, name)
  const value = text === null ? Number.NaN : Number(text.replace(',', '.'))
  return Number.isFinite(value) ? value : null
}

/** The fields of `after` that differ from `before`: a change carries nothing that nobody touched. */
export const changedFields = <T extends object>(before: object, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[name]),
    ),
  ) as Partial<T>
