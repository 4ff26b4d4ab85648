// The whole API on web standards: what runs it (Workers, Deno, tests) gives it a platform and feeds it requests.
import { OpenAPIHono } from '@hono/zod-openapi'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { authRoutes } from './auth/routes.ts'
import { DomainError } from './errors.ts'
import type { AppEnv } from './middleware/app-env.ts'
import { limitStrangers } from './middleware/count-in.ts'
import { failure } from './middleware/envelope.ts'
import { handleError, handleNotFound } from './middleware/handle-error.ts'
import { limitJson } from './middleware/json-body.ts'
import { limitBody } from './middleware/limit-body.ts'
import { requestContext } from './middleware/request-context.ts'
import { sameOrigin } from './middleware/same-origin.ts'
import { secured } from './middleware/secure-headers.ts'
import { docsPage } from './openapi/docs-page.ts'
import { describeAuth, openApiDocument } from './openapi/document.ts'
import type { Platform } from './platform.ts'
import { health } from './routes/health.ts'
import { resources } from './routes/index.ts'

const version = '0.1.0'

/** The app on a platform. One app serves all requests of an isolate; it holds no connection and no request's state. */
export const createApp = (platform: Platform): OpenAPIHono<AppEnv> => {
  const app = new OpenAPIHono<AppEnv>()
  const isHttps = platform.settings.publicUrl.startsWith('https:')
  app.use(requestContext(platform))
  app.use(secured(isHttps))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        failure(
          c,
          new DomainError(
            'method_not_allowed',
            `${c.req.path} does not take ${c.req.method}. Use ${methods.join(', ')}.`,
            { allowed: methods },
            { Allow: methods.join(', ') },
          ),
        ),
    }),
  )
  app.use(sameOrigin)
  app.use(limitBody)
  app.use(limitJson)
  app.onError(handleError)
  app.notFound(handleNotFound)

  app.route('/api/auth', authRoutes())
  app.route(`/api${health.base}`, health.app)
  for (const resource of resources) app.route(`/api/v1${resource.base}`, resource.app)
  describeAuth(app, isHttps)

  let document: ReturnType<typeof openApiDocument> | null = null
  app.get('/api/openapi.json', limitStrangers, (c) => {
    document ??= openApiDocument(app, version)
    return c.json(document)
  })
  app.get('/api/docs', limitStrangers, (c) => c.html(docsPage))
  return app
}
