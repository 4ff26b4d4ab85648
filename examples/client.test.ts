import { expect, test } from 'vitest'
import * as z from 'zod'
import { ApiError, Client, type Endpoint } from './client.ts'

const thing = z.object({ id: z.string() })
const list = {
  method: 'GET',
  path: '/things',
  query: z.object({ cursor: z.string() }).partial(),
  data: z.array(thing),
} satisfies Endpoint
const change = {
  method: 'PATCH',
  path: '/things/:id',
  body: z.strictObject({ name: z.string() }),
  versioned: true,
  data: thing,
} satisfies Endpoint
const add = {
  method: 'POST',
  path: '/things',
  body: z.strictObject({ name: z.string() }),
  data: thing,
} satisfies Endpoint

const meta = { requestId: 'r', timestamp: '2027-03-01T00:00:00.000Z', durationMs: 1 }
const success = (data: unknown, nextCursor: string | null = null) =>
  Response.json({ success: true, data, meta: { ...meta, nextCursor } })
const failure = (status: number, code: string, headers = {}) =>
  Response.json({ success: false, error: { code, message: `It is ${code}.` }, meta }, { status, headers })

/** A client whose requests are answered one after the other; `asked` keeps what they were. */
const against = (...answers: Response[]) => {
  const asked: Request[] = []
  const client = new Client('http://muster.example', 'mk_secret', async (url, request) => {
    asked.push(new Request(url, request))
    return answers.shift() ?? failure(500, 'internal')
  })
  return { client, asked }
}

test('a call sends the key, the version and the body, and answers what stands in the envelope', async () => {
  const { client, asked } = against(success({ id: 'a' }))
  expect(await client.call(change, { id: 'a b', version: 3, body: { name: 'x' } })).toEqual({ id: 'a' })
  const [request] = asked
  expect(request?.url).toBe('http://muster.example/api/v1/things/a%20b')
  expect(request?.headers.get('Authorization')).toBe('Bearer mk_secret')
  expect(request?.headers.get('If-Match')).toBe('"3"')
  expect(request?.headers.has('Idempotency-Key')).toBe(false)
  expect(await request?.json()).toEqual({ name: 'x' })
})

test('a refusal is an ApiError with the code and the sentence of the API', async () => {
  const { client } = against(failure(409, 'conflict'))
  const refused = await client.call(add, { body: { name: 'x' } }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ApiError)
  expect(refused).toMatchObject({ asked: 'POST /things', status: 409, code: 'conflict', message: 'It is conflict.' })
})

test('a list is read page by page until its end', async () => {
  const { client, asked } = against(success([{ id: 'a' }, { id: 'b' }], 'next'), success([{ id: 'c' }]))
  const ids: string[] = []
  for await (const { id } of client.each(list)) ids.push(id)
  expect(ids).toEqual(['a', 'b', 'c'])
  expect(asked.map(({ url }) => url.split('/v1')[1])).toEqual(['/things', '/things?cursor=next'])
})

test('who is told to wait asks again with the same Idempotency-Key, and gives up in the end', async () => {
  const wait = () => failure(429, 'rate_limited', { 'Retry-After': '0' })
  const { client, asked } = against(wait(), success({ id: 'a' }), wait(), wait(), wait())
  await client.call(add, { body: { name: 'x' } })
  const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'))
  expect(new Set(keys).size).toBe(1)
  await expect(client.call(add, { body: { name: 'x' } })).rejects.toMatchObject({ status: 429 })
  expect(asked).toHaveLength(5)
  expect(asked.at(-1)?.headers.get('Idempotency-Key')).not.toBe(keys[0])
})
