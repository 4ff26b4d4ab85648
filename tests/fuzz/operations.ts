// The OpenAPI document as the fuzzer reads it: one operation a line, references followed on demand.

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
}

type Content = Record<string, { schema: Schema }>
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }
type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

export type Document = {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}

export type Operation = {
  method: string
  path: string
  query: Parameter[]
  /** True where `If-Match` is asked for. */
  isVersioned: boolean
  body: Schema | null
  /** By status, and `default` for every failure. */
  responses: Described['responses']
}

/** Reading first, deleting last, so that what is asked about is still there for most of the run. */
const order = ['get', 'post', 'put', 'patch', 'delete']

export const readOperations = (document: Document): Operation[] =>
  Object.entries(document.paths)
    .flatMap(([path, byMethod]) => Object.entries(byMethod).map(([method, described]) => ({ path, method, described })))
    .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method))
    .map(({ path, method, described: { parameters = [], requestBody, responses } }) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === 'query'),
      isVersioned: parameters.some(({ name }) => name === 'if-match'),
      body: requestBody?.content['application/json']?.schema ?? null,
      responses,
    }))

/** The schema a reference names, or the schema itself. */
export const resolve = (document: Document, schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (document.components.schemas[name] ?? {})
}
