// What the API says against a form: beside the fields it names, the rest above them.
import { ApiError } from '../../api/request.ts'

interface BadField {
  field: string
  message: string
}

const badFields = (error: Error | null): BadField[] => {
  if (!(error instanceof ApiError)) return []
  const { fields } = (error.details ?? {}) as { fields?: unknown }
  if (!Array.isArray(fields)) return []
  return fields.filter(
    (one: Partial<BadField>): one is BadField => typeof one.field === 'string' && typeof one.message === 'string',
  )
}

/** The first sentence about each field by its name; "skills.2.level" is about `skills`. */
export const fieldErrors = (error: Error | null): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const { field, message } of badFields(error)) {
    const name = field.split('.')[0] ?? field
    found[name] ??= message
  }
  return found
}

/** What remains to be said above a form that shows the errors of `shown` beside its fields; null when nothing does. */
export const failureText = (error: Error | null, shown: readonly string[]): string | null => {
  if (error === null || (error instanceof ApiError && error.code === 'version_conflict')) return null
  const names = Object.keys(fieldErrors(error))
  return names.length > 0 && names.every((name) => shown.includes(name)) ? null : error.message
}
