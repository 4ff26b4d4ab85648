// Values as a schema of the document wants them, for fast-check.
import * as fc from 'fast-check'
import { type Document, resolve, type Schema } from './operations.ts'

/** Ids that exist, by the resource they are of ("shift-types"). */
export type KnownIds = ReadonlyMap<string, readonly string[]>
export type World = { document: Document; ids: KnownIds }

const charactersFew = 60
const itemsFew = 3
/** Integers of no stated limit stay where sums of a few stay exact. */
const numberMax = 1_000_000

/** An arbitrary of what fits the schema. `name` is the field it is for: `siteId` is given ids of sites that exist. */
export const validValue = (world: World, given: Schema, name = ''): fc.Arbitrary<unknown> => {
  const schema = resolve(world.document, given)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map((one) => validValue(world, one, name)))
  if (schema.allOf) return validValue(world, schema.allOf[0] ?? {}, name)
  const types = [schema.type ?? 'any'].flat()
  return fc.oneof(...types.map((type) => ofType(world, schema, type, name)))
}

const ofType = (world: World, schema: Schema, type: string, name: string): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -numberMax, max: greatest(schema, name) })
    case 'number':
      return fc.double({ min: schema.minimum ?? -numberMax, max: greatest(schema, name), noNaN: true })
    case 'string':
      return text(world, schema, name)
    case 'array':
      return list(world, schema, name)
    case 'object':
      return record(world, schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

/** A run may ask for ten minutes of the solver; a second says as much about the API. */
const greatest = ({ minimum = -numberMax, maximum = numberMax }: Schema, name: string): number =>
  name === 'seconds' ? Math.max(1, minimum) : maximum

const text = ({ ids }: World, schema: Schema, name: string): fc.Arbitrary<string> => {
  if (schema.format === 'uuid') return idNamed(ids, name)
  if (schema.format === 'date') return day
  if (schema.format === 'date-time') return instant
  if (schema.format === 'email') return fc.nat().map((n) => `fuzz-${n}@muster.example`)
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern), { maxLength: charactersFew })
  if (/zone$/i.test(name)) return fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia')
  const minLength = schema.minLength ?? 0
  const maxLength = Math.min(schema.maxLength ?? charactersFew, Math.max(minLength, charactersFew))
  return fc.oneof(
    fc.string({ minLength, maxLength, unit: 'grapheme-ascii' }),
    fc.string({ minLength, maxLength: Math.max(minLength, Math.floor(maxLength / 4)), unit: 'grapheme' }),
  )
}

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())

/** `siteIds` and `siteId` are of `sites`, `shiftTypeId` of `shift-types`; other names get any. */
export const idNamed = (ids: KnownIds, name: string): fc.Arbitrary<string> => {
  const singular = name.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const own = ids.get(`${singular}s`) ?? ids.get(singular) ?? []
  const any = [...ids.values()].flat()
  return fc.oneof(
    { weight: 6, arbitrary: own.length > 0 ? fc.constantFrom(...own) : fc.uuid() },
    { weight: 1, arbitrary: any.length > 0 ? fc.constantFrom(...any) : fc.uuid() },
    { weight: 1, arbitrary: fc.uuid() },
  )
}

const list = (world: World, schema: Schema, name: string): fc.Arbitrary<unknown[]> => {
  const minLength = schema.minItems ?? 0
  const maxLength = Math.min(schema.maxItems ?? itemsFew, Math.max(minLength, itemsFew))
  return fc.array(validValue(world, schema.items ?? {}, name), { minLength, maxLength })
}

const record = (world: World, { properties = {}, required = [], additionalProperties }: Schema) => {
  const fields = Object.entries(properties).map(([name, schema]) => [name, validValue(world, schema, name)] as const)
  if (fields.length === 0 && typeof additionalProperties === 'object') {
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), validValue(world, additionalProperties), { maxKeys: 3 })
  }
  return fc.record(Object.fromEntries(fields), { requiredKeys: required.filter((name) => name in properties) })
}
