// One request to an operation: valid, nearly valid, or nonsense.
import * as fc from 'fast-check'
import type { Operation } from './operations.ts'
import { nonsenseValue, spoiledValue } from './spoiled-value.ts'
import { idNamed, validValue, type World } from './valid-value.ts'

export type Request = { path: string; raw: string | null; headers: Record<string, string> }

/** Versions of records by id, as their lists told them. */
export type Versions = ReadonlyMap<string, number>

const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'like', 'null', 'nonsense']

export const request = (world: World, versions: Versions, operation: Operation): fc.Arbitrary<Request> =>
  fc
    .tuple(pathOf(world, operation), queryOf(world, operation), rawOf(world, operation), headersOf(operation))
    .map(([{ path, ids }, query, { raw, type }, { ifMatch, ...headers }]) => {
      const version = versions.get(ids[0] ?? '') ?? 1
      const match: Record<string, string> = ifMatch === 'known' ? { 'If-Match': `"${version}"` } : ifMatch
      return {
        path: query === '' ? path : `${path}?${query}`,
        raw,
        headers: { ...headers, ...match, ...(raw === null ? {} : { 'Content-Type': type }) },
      }
    })

/** Each `{id}` of the path is mostly one that exists. */
const pathOf = ({ ids }: World, { path }: Operation) => {
  const parts = path.split(/\{\w+\}/)
  const resource = path.split('/')[3] ?? ''
  const one = fc.oneof(
    { weight: 8, arbitrary: idNamed(ids, resource) },
    { weight: 1, arbitrary: fc.constantFrom('0', 'null', '%00', '%ff', '..%2f', 'a'.repeat(300), "'") },
  )
  return fc
    .array(one, { minLength: parts.length - 1, maxLength: parts.length - 1 })
    .map((chosen) => ({ path: parts.map((part, i) => part + (chosen[i] ?? '')).join(''), ids: chosen }))
}

const queryOf = (world: World, operation: Operation): fc.Arbitrary<string> => {
  const fields = operation.query.map(({ name, schema, required }) =>
    fc
      .option(fc.oneof({ weight: 5, arbitrary: parameter(world, operation, name, schema) }, nonsenseText), {
        nil: null,
        freq: required ? 20 : 1,
      })
      .map((value) => (value === null ? [] : [[name, value]])),
  )
  const unknown = fc.nat(30).map((chance) => (chance === 0 ? [['colour', 'red']] : []))
  return fc.tuple(...fields, unknown).map((pairs) => new URLSearchParams(pairs.flat() as string[][]).toString())
}

const nonsenseText = nonsenseValue.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))

const parameter = (
  world: World,
  operation: Operation,
  name: string,
  schema: Operation['query'][number]['schema'],
): fc.Arbitrary<string> => {
  const field = fc.constantFrom(...fieldsOf(world, operation))
  if (name === 'sort') return fc.tuple(fc.constantFrom('', '-'), field).map((parts) => parts.join(''))
  if (name === 'filter') {
    const condition = fc.tuple(field, fc.constantFrom(...operators), nonsenseText).map((parts) => parts.join(':'))
    return fc.array(condition, { minLength: 1, maxLength: 3 }).map((all) => all.join(','))
  }
  return validValue(world, schema, name).map(String)
}

/** Fields of what a list shows: filters and sorting speak of them. */
const fieldsOf = ({ document }: World, { responses }: Operation): string[] => {
  const text = JSON.stringify(responses['200'] ?? {})
  const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name)
  const fields = referred.flatMap((name) => Object.keys(document.components.schemas[name]?.properties ?? {}))
  return ['id', 'name', 'nowhere', ...fields]
}

const rawOf = (world: World, { body }: Operation): fc.Arbitrary<{ raw: string | null; type: string }> => {
  const json = 'application/json'
  const broken = fc.constantFrom(
    { raw: '', type: json },
    { raw: '{"a":', type: json },
    { raw: '['.repeat(100), type: json },
    { raw: '"\\ud800"', type: json },
    { raw: 'a=b', type: 'application/x-www-form-urlencoded' },
    { raw: '{}', type: 'text/plain' },
    { raw: '{}', type: 'application/json; charset=nonsense' },
  )
  if (body === null) return fc.oneof({ weight: 9, arbitrary: fc.constant({ raw: null, type: json }) }, broken)
  const valid = validValue(world, body)
  const written = (value: unknown) => ({ raw: JSON.stringify(value) ?? 'null', type: json })
  return fc.oneof(
    { weight: 10, arbitrary: valid.map(written) },
    { weight: 8, arbitrary: spoiledValue(valid).map(written) },
    { weight: 1, arbitrary: nonsenseValue.map(written) },
    { weight: 1, arbitrary: broken },
  )
}

const headersOf = ({ method, isVersioned }: Operation) => {
  const wrong = fc.constantFrom<Record<string, string>>(
    {},
    { 'If-Match': '*' },
    { 'If-Match': '"0"' },
    { 'If-Match': '"99999999999999999999"' },
    { 'If-Match': 'W/"1"' },
  )
  const ifMatch = isVersioned
    ? fc.oneof({ weight: 8, arbitrary: fc.constant('known' as const) }, { weight: 1, arbitrary: wrong })
    : fc.constant({})
  const key = fc.constantFrom('k', 'x'.repeat(201), 'two words', 'ü')
  const repeated = method === 'POST' ? fc.option(key, { nil: null, freq: 1 }) : fc.constant(null)
  return fc.tuple(ifMatch, fc.nat(9), repeated).map(([match, chance, name]) => ({
    ifMatch: match,
    ...(chance === 0 && name !== null ? { 'Idempotency-Key': name } : {}),
  }))
}
