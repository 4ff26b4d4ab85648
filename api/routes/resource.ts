// How an endpoint is written: declare it, call one verb, return data. Everything around it is done here once.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import type { Context, RequestContext, UserContext } from '../context.ts'
import { failureSchema, idSchema, success } from '../contract/envelope.ts'
import type { AppEnv } from '../middleware/app-env.ts'
import { requireTenant, requireUser } from '../middleware/authenticate.ts'
import { limitGenerations, limitStrangers } from '../middleware/count-in.ts'
import { envelope, isPage, type Page } from '../middleware/envelope.ts'
import { notModified } from '../middleware/etag.ts'
import { idempotent } from '../middleware/idempotency.ts'
import { readIfMatch } from '../middleware/if-match.ts'
import { type KeepKind, kept } from '../middleware/kept.ts'
import { refuseInvalid } from '../middleware/refuse-invalid.ts'
import { tellChanges } from '../middleware/tell-changes.ts'

/** Who may call: a member acting in an organisation (default), any signed-in user, or anybody. */
type Audience = 'tenant' | 'user' | 'public'
type ContextOf<A extends Audience> = A extends 'tenant' ? Context : A extends 'user' ? UserContext : RequestContext
type ParamNames<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer N}`
    ? N
    : never

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** An endpoint's declaration; the OpenAPI document is generated from it. */
export type Endpoint<
  P extends string,
  A extends Audience,
  Q extends z.ZodType,
  B extends z.ZodType,
  D extends z.ZodType,
> = {
  method: Method
  /** Below the resource's base, with `:id` parameters, which are uuids. */
  path: P
  summary: string
  audience?: A
  query?: Q
  body?: B
  /** Data of the answer inside the envelope; absent for 204 and for files. */
  data?: D
  /** Success status: 200 unless said otherwise. */
  status?: 101 | 200 | 201 | 202 | 204
  /** True: `If-Match` is required and `input.version` holds it. */
  versioned?: boolean
  /** Kept in the cache until something it shows is written, or its time is over. */
  keep?: KeepKind
  /** Counted besides what everybody's requests count for: `generation` is a run started in the organisation. */
  limit?: 'generation'
  /** Field of the data that is shown this once: a repeat with the same Idempotency-Key answers null in its place. */
  shownOnce?: string
  /** Media types of a raw answer (the handler returns a `Response`). */
  file?: readonly string[]
}

export type Input<P extends string, Q extends z.ZodType, B extends z.ZodType> = {
  params: Readonly<Record<ParamNames<P>, string>>
  query: z.output<Q>
  body: z.output<B>
  /** Version of `If-Match`; 0 where the endpoint is not versioned. */
  version: number
  request: Request
}

/** Data, a page of it or a raw answer; without a `data` schema nothing (204) or a raw answer. */
type Answered<D extends z.ZodType> = D extends z.ZodUndefined
  ? Promise<void> | Promise<Response>
  : Promise<z.output<D> | Page<z.output<D>> | Response>

const noQuery = z.strictObject({})
const audiences: Record<Audience, MiddlewareHandler<AppEnv>[]> = {
  tenant: [requireTenant],
  user: [requireUser],
  public: [limitStrangers],
}

/** One resource of /api/v1: `const skills = new Resource('Skills', '/skills')`, then `skills.add(…)` for each endpoint. */
export class Resource {
  readonly tag: string
  readonly base: string
  readonly app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid })

  constructor(tag: string, base: string) {
    this.tag = tag
    this.base = base
  }

  /** Declares an endpoint and the function that answers it with data, a `page(items, nextCursor)` or a `Response`. */
  add<
    const P extends string,
    A extends Audience = 'tenant',
    Q extends z.ZodType = typeof noQuery,
    B extends z.ZodType = z.ZodUndefined,
    D extends z.ZodType = z.ZodUndefined,
  >(endpoint: Endpoint<P, A, Q, B, D>, answer: (ctx: ContextOf<A>, input: Input<P, Q, B>) => Answered<D>): this {
    const audience: Audience = endpoint.audience ?? 'tenant'
    const status = endpoint.status ?? 200
    const handle = async (c: HonoContext<AppEnv>): Promise<Response> => {
      const ctx = (audience === 'tenant' ? c.var.ctx : audience === 'user' ? c.var.user : c.var.request) as ContextOf<A>
      const version = endpoint.versioned ? readIfMatch(c.req.header('If-Match')) : 0
      const work = () => answer(ctx, { ...validated<P, Q, B>(c, endpoint), version, request: c.req.raw })
      const result = endpoint.keep ? await kept(c, endpoint.keep, work) : await work()
      if (endpoint.method !== 'get' && audience === 'tenant') tellChanges(c.var.ctx)
      if (result instanceof Response) return result
      if (status === 204 || status === 101) return c.body(null, 204)
      const isKept = endpoint.method === 'get' && audience !== 'public'
      const known = isKept ? await notModified(c, isPage(result) ? [result.items, result.nextCursor] : result) : null
      if (known !== null) return known
      return isPage(result)
        ? c.json(envelope(c, result.items, { nextCursor: result.nextCursor }), status)
        : c.json(envelope(c, result), status)
    }
    this.app.openapi(
      {
        method: endpoint.method,
        path: endpoint.path.replaceAll(/:(\w+)/g, '{$1}'),
        summary: endpoint.summary,
        tags: [this.tag],
        middleware: endpoint.limit ? [...audiences[audience], limitGenerations] : audiences[audience],
        request: requestOf(endpoint),
        responses: responsesOf(endpoint, status),
        ...(audience === 'public' ? { security: [] } : audience === 'user' ? { security: [{ session: [] }] } : {}),
      },
      (c: HonoContext<AppEnv>) =>
        endpoint.method === 'post' ? idempotent(c, () => handle(c), endpoint.shownOnce) : handle(c),
    )
    return this
  }
}

type AnyEndpoint = Endpoint<string, Audience, z.ZodType, z.ZodType, z.ZodType>

const validated = <P extends string, Q extends z.ZodType, B extends z.ZodType>(
  c: HonoContext<AppEnv>,
  endpoint: { body?: unknown; path: string },
): Pick<Input<P, Q, B>, 'params' | 'query' | 'body'> => {
  // The validators of the declaration ran before; Hono's own types cannot express a generic declaration.
  const valid = c.req.valid as unknown as (target: string) => unknown
  const read = (target: string) => valid.call(c.req, target)
  return {
    params: (endpoint.path.includes(':') ? read('param') : {}) as Input<P, Q, B>['params'],
    query: read('query') as z.output<Q>,
    body: (endpoint.body ? read('json') : undefined) as z.output<B>,
  }
}

const requestOf = (endpoint: AnyEndpoint) => {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  const headers = {
    ...(endpoint.method === 'post'
      ? {
          'idempotency-key': z
            .string()
            .min(1)
            .max(200)
            .optional()
            .describe('Repeating a request with the same key answers the first result.'),
        }
      : {}),
    ...(endpoint.versioned
      ? { 'if-match': z.string().optional().describe('The version you saw, quoted: "3". Required.') }
      : {}),
  }
  return {
    query: (endpoint.query ?? noQuery) as z.ZodObject,
    ...(names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, idSchema]))) } : {}),
    ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
    ...(endpoint.body ? { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } } : {}),
  }
}

const responsesOf = (endpoint: AnyEndpoint, status: number) => ({
  [status]: {
    description: status === 204 ? 'Done' : 'Success',
    ...(endpoint.file
      ? { content: Object.fromEntries(endpoint.file.map((type) => [type, { schema: z.string() }])) }
      : endpoint.data
        ? { content: { 'application/json': { schema: success(endpoint.data) } } }
        : {}),
  },
  default: { description: 'Failure', content: { 'application/json': { schema: failureSchema } } },
})
