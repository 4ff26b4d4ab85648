// Does an answer keep what the document promises?
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type ErrorCode, errorStatus } from '../../api/contract/errors.ts'
import type { Document, Operation, Schema } from './operations.ts'

export type Answered = { status: number; type: string; text: string }

/** Words of the machinery that no user should ever read. */
const inner = /duplicate key|violates|relation "|syntax error at|invalid input syntax|\bat \/|node_modules|postgres/i

const formats: Record<string, (value: string) => boolean> = {
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  'date-time': (value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
  email: (value) => /^[^@\s]+@[^@\s]+$/.test(value),
}

/** Fields that no schema names are refused: what is not promised was not meant to be shown. */
const sealed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sealed)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sealed(inner)]))
  const { type, properties, additionalProperties } = copy as Schema
  const isOpen = [type].flat().includes('object') && properties !== undefined && additionalProperties === undefined
  return isOpen ? { ...copy, additionalProperties: false } : copy
}

/** Answers a function that says what is wrong with an answer of an operation; null when nothing is. */
export const answerChecker = (document: Document) => {
  const ajv = new Ajv2020({ strict: false, formats })
  // Failures of signing in keep the fields of the library that signs in, besides ours.
  ajv.addSchema({ $id: 'muster:open', ...document })
  ajv.addSchema({ $id: 'muster:sealed', ...(sealed(document) as object) })
  const fits = (pointer: string, value: unknown): string | null => {
    const validate = ajv.getSchema(pointer)
    if (validate === undefined) return `there is no schema at ${pointer}`
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }

  return ({ method, path, responses }: Operation, answered: Answered): string | null => {
    const { status, type, text } = answered
    const isFailure = status >= 400
    if (status >= 500) return 'an error of the server'
    const declared = responses[isFailure ? 'default' : String(status)]
    if (declared === undefined) return `${status} is not in the document`
    if (status === 204) return text === '' ? null : '204 with a body'
    const name = Object.keys(declared.content ?? {}).find((one) => type.startsWith(one))
    if (name === undefined) return `${type} is not in the document`
    if (name !== 'application/json') return null
    if (isFailure && inner.test(JSON.parse(text).error?.message ?? '')) return 'words of the machinery'
    if (isFailure && errorStatus[JSON.parse(text).error?.code as ErrorCode] !== status)
      return 'the code has another status'
    const place = ['paths', path, method.toLowerCase(), 'responses', isFailure ? 'default' : String(status)]
    const document = path.startsWith('/api/auth/') ? 'muster:open' : 'muster:sealed'
    return fits(`${document}#/${[...place, 'content', name, 'schema'].map(escaped).join('/')}`, JSON.parse(text))
  }
}

/** A part of a JSON pointer in a URI fragment (RFC 6901). */
const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
