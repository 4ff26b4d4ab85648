// Validation failures: every bad field at once, each with its place.
import type { Hook } from '@hono/zod-openapi'
import type * as z from 'zod'
import { Invalid } from '../errors.ts'
import type { AppEnv } from './app-env.ts'

type BadField = { in: string; field: string; message: string }

const places: Record<string, string> = { json: 'body', param: 'path' }
const listedMax = 50

/** Every bad field of a zod error; unknown fields are listed one by one. */
const badFields = (place: string, error: z.core.$ZodError): BadField[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    const at = (field: string[], message: string): BadField => ({ in: place, field: field.join('.'), message })
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => at([...path, key], 'Unknown field: remove it'))
      : [at(path, issue.message)]
  })

/** Throws `Invalid` naming every bad field. `place` is "body", "query", "path" or "header". */
export const refuseFields = (place: string, error: z.core.$ZodError): never => {
  const fields = badFields(place, error)
  const names = fields.slice(0, 3).map(({ field, message }) => `${field === '' ? place : `"${field}"`}: ${message}`)
  const more = fields.length > 3 ? ` (and ${fields.length - 3} more)` : ''
  throw new Invalid('validation_failed', `The ${place} is not valid. ${names.join('; ')}${more}.`, {
    fields: fields.slice(0, listedMax),
    count: fields.length,
  })
}

/** The validation hook of every resource. */
export const refuseInvalid: Hook<unknown, AppEnv, string, undefined> = (result): undefined =>
  result.success ? undefined : refuseFields(places[result.target] ?? result.target, result.error)
