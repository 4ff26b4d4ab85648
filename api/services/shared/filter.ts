// The one filter grammar of lists: `?filter=state:eq:active,name:like:ann`. Parsed once, turned into bound parameters; a field, an
// operator or a value that does not fit is refused by name.
import { and, eq, gt, gte, ilike, inArray, isNotNull, isNull, lt, lte, ne, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import * as z from 'zod'
import { Invalid } from '../../errors.ts'

/** The fields of a list that may be asked about, by the names the wire gives them. */
type FilterFields = Readonly<Record<string, PgColumn>>

type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'in' | 'like' | 'null'
type Condition = { field: string; operator: Operator; value: string }

const conditionsMax = 10
const valuesMax = 100
const ordered: readonly Operator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in']
const byKind: Readonly<Record<'text' | 'uuid' | 'number' | 'day' | 'instant' | 'boolean', readonly Operator[]>> = {
  text: [...ordered, 'like'],
  uuid: ['eq', 'ne', 'in'],
  number: ordered,
  day: ordered,
  instant: ['lt', 'le', 'gt', 'ge'],
  boolean: ['eq'],
}
type Kind = keyof typeof byKind

const readers: Readonly<Record<Kind, z.ZodType>> = {
  text: z.string().refine((text) => !text.includes('\0')),
  uuid: z.uuid(),
  number: z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
  day: z.iso.date(),
  instant: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  boolean: z.enum(['true', 'false']).transform((text) => text === 'true'),
}

/** What a condition is made of; null for a column that no list can be narrowed by, such as one of JSON. */
const kindOf = (column: PgColumn): Kind | null => {
  const type = column.getSQLType()
  if (type === 'text' || type.startsWith('char')) return 'text'
  if (type === 'uuid' || type === 'boolean') return type
  if (type === 'date') return 'day'
  if (type.startsWith('timestamp')) return 'instant'
  return type === 'integer' || type === 'smallint' || type === 'bigint' ? 'number' : null
}

/**
 * The conditions of a filter as one; undefined without any. Throws `Invalid` with what may be asked for: an unknown field, an
 * operator the field does not have, a value that is none of the field's.
 */
export const filterBy = (fields: FilterFields, filter: string | undefined): SQL | undefined =>
  filter === undefined ? undefined : and(...parseFilter(filter).map((one) => conditionOf(fields, one)))

/** `field:operator:value`, several with commas; a value with a comma, a quote or spaces at its ends stands in double quotes. */
export const parseFilter = (text: string): Condition[] => {
  const conditions: Condition[] = []
  const one = /([A-Za-z]\w{0,40}):(eq|ne|lt|le|gt|ge|in|like|null):(?:"((?:[^"\\]|\\["\\])*)"|([^",]*))(,|$)/y
  while (one.lastIndex < text.length) {
    const at = one.lastIndex
    const [, field = '', operator = '', quoted, plain = '', end] = one.exec(text) ?? []
    if (end === undefined || conditions.length === conditionsMax) throw unreadable(text.slice(at))
    if (end === ',' && one.lastIndex === text.length) throw unreadable(text.slice(at))
    const value = quoted === undefined ? plain : quoted.replaceAll(/\\(["\\])/g, '$1')
    conditions.push({ field, operator: operator as Operator, value })
  }
  if (conditions.length === 0) throw unreadable(text)
  return conditions
}

const conditionOf = (fields: FilterFields, { field, operator, value }: Condition): SQL | undefined => {
  const column = Object.hasOwn(fields, field) ? fields[field] : undefined
  const kind = column && kindOf(column)
  if (!column || !kind) {
    const known = Object.keys(fields).filter((name) => fields[name] && kindOf(fields[name]) !== null)
    throw new Invalid(
      'validation_failed',
      `This list has no field "${field}" to filter by. It has ${known.join(', ')}.`,
    )
  }
  if (operator === 'null' && !column.notNull) {
    return readValue('boolean', column, field, value) === true ? isNull(column) : isNotNull(column)
  }
  if (!byKind[kind].includes(operator)) {
    const operators = column.notNull ? byKind[kind] : [...byKind[kind], 'null']
    throw new Invalid('validation_failed', `"${field}" takes no "${operator}". It takes ${operators.join(', ')}.`)
  }
  if (operator === 'in') {
    const values = value.split('|')
    if (values.length > valuesMax) throw new Invalid('validation_failed', `"in" takes ${valuesMax} values at most.`)
    return inArray(
      column,
      values.map((item) => readValue(kind, column, field, item)),
    )
  }
  if (operator === 'like') return ilike(column, `%${value.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return compare[operator as keyof typeof compare](column, readValue(kind, column, field, value))
}

const compare = { eq, ne, lt, le: lte, gt, ge: gte }

const readValue = (kind: Kind, column: PgColumn, field: string, text: string): unknown => {
  const { success, data } = readers[kind].safeParse(text)
  const isKnown = kind !== 'text' || column.enumValues === undefined || column.enumValues.includes(text)
  if (success && isKnown) return data
  const wanted = column.enumValues ? `one of ${column.enumValues.join(', ')}` : `a value of kind ${kind}`
  throw new Invalid('validation_failed', `${JSON.stringify(text)} does not fit "${field}": it wants ${wanted}.`)
}

const unreadable = (rest: string): Invalid =>
  new Invalid(
    'validation_failed',
    `The filter cannot be read from ${JSON.stringify(rest.slice(0, 60))}. Write up to ${conditionsMax} conditions as field:operator:value with commas between them, such as state:eq:active,name:like:ann.`,
  )
