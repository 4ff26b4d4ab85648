// The OpenAPI document, generated from the routes' own declarations.
import type { OpenAPIHono } from '@hono/zod-openapi'
import * as z from 'zod'
import { authPaths } from '../auth/paths.ts'
import { sessionCookieName } from '../auth/session-cookie.ts'
import { failureSchema } from '../contract/envelope.ts'
import type { AppEnv } from '../middleware/app-env.ts'
import { nameSchemas } from './name-schemas.ts'

const description = `Plan who works when. Every answer is an envelope: \`{success, data, meta}\` or \`{success: false, error: {code, message, details}, meta}\`.

Sign in at \`POST /api/auth/sign-in/email\`; the session travels in a cookie. Or send an API key as
\`Authorization: Bearer mk_…\`. The organisation is the session's active one, or the one named by
\`X-Organisation-Id\`. Updates and state changes carry \`If-Match: "<version>"\`; a \`POST\` may carry an \`Idempotency-Key\` and is then safe to repeat.
Unknown fields are refused.`

/** OpenAPI 3.1 of everything mounted in `app`. `servers` is relative, so the page works wherever it is served. */
export const openApiDocument = (app: OpenAPIHono<AppEnv>, version: string) => {
  nameSchemas()
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Muster', version, description, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
  })
  return withNullableReferences(document) as typeof document
}

/**
 * A named schema that may be null is generated as "that schema and also an object or null", which no null fits: both must hold.
 * Either of them is meant.
 */
const withNullableReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withNullableReferences)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNullableReferences(inner)]))
  const [named, other, ...more] = Array.isArray(copy.allOf) ? (copy.allOf as { $ref?: string; type?: unknown }[]) : []
  const isNullable = named?.$ref !== undefined && Array.isArray(other?.type) && other.type.includes('null')
  if (!isNullable || more.length > 0) return copy
  const { allOf, ...rest } = copy
  return { ...rest, anyOf: [named, { type: 'null' }] }
}

/** What the resources cannot declare themselves: session cookie, API key and better-auth's own endpoints. */
export const describeAuth = (app: OpenAPIHono<AppEnv>, isHttps: boolean): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookieName(isHttps),
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, `mk_…`. It acts in its own organisation, as far as its permissions and sites reach.',
  })
  for (const { method, path, summary, body, answer, isOpen } of authPaths) {
    app.openAPIRegistry.registerPath({
      method,
      path: `/api/auth${path}`,
      summary,
      tags: ['Sign in'],
      ...(isOpen ? { security: [] } : {}),
      request: body === null ? {} : { body: { required: true, content: { 'application/json': { schema: body } } } },
      responses: {
        200: { description: 'Success', content: { 'application/json': { schema: answer ?? z.object({}) } } },
        default: { description: 'Failure', content: { 'application/json': { schema: failureSchema } } },
      },
    })
  }
}
