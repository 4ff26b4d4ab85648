import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { barePlatform } from '../tests/bare-platform.ts'
import { openApiRules } from './tests/openapi-rules.ts'

type Operation = { parameters?: { name: string; in: string }[]; operationId?: string; security?: object[] }
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, unknown> }
}
const document = (await (await createApp(barePlatform()).request('/api/openapi.json')).json()) as Document
const validate = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: { 'uri-reference': true, uri: true, regex: isRegex },
}).compile(openApiRules)

test('the document is a valid OpenAPI 3.1 document, and every schema in it a JSON Schema of 2020-12', () => {
  validate(document)
  expect(validate.errors).toBeNull()
})

test('the schema that the OpenAPI Initiative publishes for 3.1 finds nothing wrong with the document', async () => {
  const judge = async (judged: Record<string, unknown>) => {
    const validator = new Validator()
    const { valid } = await validator.validate(structuredClone(judged))
    return [validator.version, valid]
  }
  expect(await judge(document)).toEqual(['3.1', true])
  expect(await judge({ ...document, info: { title: 'No version' } })).toEqual(['3.1', false])
  expect(await judge({ ...document, paths: { 'no-slash': {} } })).toEqual(['3.1', false])
})

test('a document with a misspelt field, an optional path parameter or a wrong schema is told from a valid one', () => {
  const operation = { responses: { 200: { description: 'Success' } } }
  const minimal = { openapi: '3.1.0', info: { title: 'X', version: '1' }, paths: { '/x': { get: operation } } }
  const withParameter = (parameter: object) => ({
    ...minimal,
    paths: { '/x': { get: { ...operation, parameters: [parameter] } } },
  })
  expect(validate(minimal)).toBe(true)
  expect(validate({ ...minimal, path: {} })).toBe(false)
  expect(validate({ ...minimal, paths: { x: { get: operation } } })).toBe(false)
  expect(validate(withParameter({ name: 'id', in: 'path', required: true, schema: { type: 'string' } }))).toBe(true)
  expect(validate(withParameter({ name: 'id', in: 'path', schema: { type: 'string' } }))).toBe(false)
  expect(validate(withParameter({ name: 'x', in: 'query', schema: { type: 'text' } }))).toBe(false)
})

test('the parameters of a path are those it declares, and every scheme that is asked for is described', () => {
  for (const [path, byMethod] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const { parameters = [], security = [] } of Object.values(byMethod)) {
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named)
      const keys = parameters.map(({ name, in: place }) => `${place} ${name}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const scheme of security.flatMap(Object.keys)) {
        expect(Object.keys(document.components.securitySchemes)).toContain(scheme)
      }
    }
  }
})

test('patterns of the document are plain: they compile and carry no flags of one language', () => {
  const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, pattern = '""']) => JSON.parse(pattern) as string,
  )
  expect(patterns.length).toBeGreaterThan(3)
  for (const pattern of patterns) {
    expect(isRegex(pattern), pattern).toBe(true)
    expect(pattern, pattern).not.toMatch(/\/[a-z]+$/)
  }
})

function isRegex(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== null
  } catch {
    return false
  }
}
