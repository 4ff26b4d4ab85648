// What OpenAPI 3.1.0 asks of a document (section 4.8, "Schema"), as a JSON schema, as far as Muster uses it: what a document of
// ours may hold is listed, so a misspelt or misplaced field fails. Schemas inside are JSON Schema 2020-12, which ajv itself judges.

const text = { type: 'string' }
const map = (of: object) => ({ type: 'object', additionalProperties: of })
const closed = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const to = (name: string) => ({ $ref: `#/$defs/${name}` })
const schema = { $ref: 'https://json-schema.org/draft/2020-12/schema' }

const operation = closed(
  {
    tags: { type: 'array', items: text, uniqueItems: true },
    summary: text,
    description: text,
    operationId: text,
    parameters: { type: 'array', items: to('parameter'), uniqueItems: true },
    requestBody: closed({ description: text, required: { type: 'boolean' }, content: to('content') }, ['content']),
    responses: {
      type: 'object',
      minProperties: 1,
      patternProperties: { '^([1-5]\\d\\d|[1-5]XX|default)$': to('response') },
      additionalProperties: false,
    },
    deprecated: { type: 'boolean' },
    security: to('security'),
  },
  ['responses'],
)

const parameter = {
  ...closed(
    {
      name: text,
      in: { enum: ['query', 'header', 'path', 'cookie'] },
      description: text,
      required: { type: 'boolean' },
      deprecated: { type: 'boolean' },
      style: text,
      explode: { type: 'boolean' },
      schema,
    },
    ['name', 'in', 'schema'],
  ),
  oneOf: [
    { properties: { in: { const: 'path' }, required: { const: true } }, required: ['required'] },
    { properties: { in: { enum: ['query', 'header', 'cookie'] } } },
  ],
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export const openApiRules = {
  ...closed(
    {
      openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
      info: closed(
        {
          title: text,
          summary: text,
          description: text,
          version: text,
          license: closed({ name: text, identifier: text }, ['name']),
        },
        ['title', 'version'],
      ),
      servers: { type: 'array', items: closed({ url: text, description: text }, ['url']) },
      paths: { type: 'object', patternProperties: { '^/': to('path') }, additionalProperties: false },
      webhooks: map(to('path')),
      components: closed({
        schemas: { type: 'object', propertyNames: { pattern: '^[\\w.-]+$' }, additionalProperties: schema },
        parameters: map(to('parameter')),
        securitySchemes: map(to('securityScheme')),
      }),
      security: to('security'),
    },
    ['openapi', 'info', 'paths'],
  ),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: {
    path: closed(Object.fromEntries(methods.map((method) => [method, operation]))),
    parameter,
    content: {
      type: 'object',
      propertyNames: { pattern: '^[\\w*.+-]+/[\\w*.+-]+' },
      additionalProperties: closed({ schema }),
    },
    response: closed({ description: text, headers: map({ type: 'object' }), content: to('content') }, ['description']),
    security: { type: 'array', items: map({ type: 'array', items: text }) },
    securityScheme: {
      oneOf: [
        closed(
          { type: { const: 'apiKey' }, name: text, in: { enum: ['query', 'header', 'cookie'] }, description: text },
          ['type', 'name', 'in'],
        ),
        closed({ type: { const: 'http' }, scheme: text, bearerFormat: text, description: text }, ['type', 'scheme']),
      ],
    },
  },
}
