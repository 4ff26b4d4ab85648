import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'
import { messageOf } from './failure.ts'
import { readBody } from './http-body.ts'
import type { RedisServer, Reply } from './redis.ts'

const bodyBytesMax = 10 * 1024 * 1024
const Command = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).min(1)

export interface UpstashGateway {
  port: number
  /** Idempotent. */
  stop(): Promise<void>
}

/**
 * Speaks Upstash's REST protocol in front of a Redis: POST `/`, `/pipeline`, `/multi-exec`, with the bearer token `token`.
 * Source: Upstash's REST description; checked against @upstash/redis and @upstash/ratelimit in the tests.
 */
export async function startUpstashGateway(
  redis: RedisServer,
  token: string,
  log: (line: string) => void,
): Promise<UpstashGateway> {
  const scripted = withScripts(redis)
  const server = createServer((request, response) => {
    answer(request, response, scripted, token).catch((error: unknown) => {
      log(`request failed: ${messageOf(error)}`)
      if (!response.headersSent) send(response, 500, { error: messageOf(error) })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  let stopping: Promise<void> | undefined
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as AddressInfo).port, stop: () => (stopping ??= stop()) }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  redis: Pick<RedisServer, 'run' | 'runTogether'>,
  token: string,
): Promise<void> {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) {
    return send(response, 401, { error: 'Unauthorized' })
  }
  if (request.method !== 'POST') return send(response, 405, { error: 'ERR use POST with a JSON array' })
  const body = parseJson(await readBody(request, bodyBytesMax))
  const encode = request.headers['upstash-encoding'] === 'base64' ? encoded : (reply: Reply) => reply
  const path = request.url?.split('?')[0] ?? '/'

  if (path === '/') {
    const command = Command.safeParse(body).data
    if (!command) return send(response, 400, { error: 'ERR the body is not a command, e.g. ["GET","key"]' })
    const reply = await redis.run(texts(command))
    return send(response, 'error' in reply ? 400 : 200, encode(reply))
  }
  if (path !== '/pipeline' && path !== '/multi-exec') return send(response, 404, { error: `ERR unknown path ${path}` })
  const commands = z.array(Command).safeParse(body).data?.map(texts)
  if (!commands) return send(response, 400, { error: 'ERR the body is not a list of commands' })
  if (path === '/multi-exec') {
    const replies = await redis.runTogether(commands)
    return send(response, 'error' in replies ? 400 : 200, Array.isArray(replies) ? replies.map(encode) : replies)
  }
  const replies: Reply[] = []
  for (const command of commands) replies.push(encode(await redis.run(command)))
  send(response, 200, replies)
}

/**
 * Upstash's scripts begin with a `#!lua` line whose flags only Upstash knows: an ordinary Redis refuses it. It is taken
 * off here, and scripts are remembered under the hash the caller knows, which is that of the whole text.
 */
function withScripts(redis: RedisServer): Pick<RedisServer, 'run' | 'runTogether'> {
  const known = new Map<string, string>()
  const remember = (script: string): string => {
    const hash = createHash('sha1').update(script).digest('hex')
    known.set(hash, script.replace(/^#![^\n]*/, ''))
    return hash
  }
  const translate = (command: string[]): string[] => {
    const [name = '', script = '', ...rest] = command
    if (name.toUpperCase() === 'EVAL') return [name, known.get(remember(script)) ?? script, ...rest]
    const text = name.toUpperCase() === 'EVALSHA' && known.get(script.toLowerCase())
    return text ? ['EVAL', text, ...rest] : command
  }
  return {
    async run(command) {
      const isLoad = command[0]?.toUpperCase() === 'SCRIPT' && command[1]?.toUpperCase() === 'LOAD'
      return isLoad ? { result: remember(command[2] ?? '') } : await redis.run(translate(command))
    },
    runTogether: (commands) => redis.runTogether(commands.map(translate)),
  }
}

function texts(command: z.infer<typeof Command>): string[] {
  return command.map((part) => (part === null ? '' : String(part)))
}

function encoded(reply: Reply): Reply {
  return 'error' in reply ? reply : { result: toBase64(reply.result) }
}

/** Upstash leaves the status OK as it is; numbers and null are never encoded. */
function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64)
  return typeof value === 'string' && value !== 'OK' ? Buffer.from(value).toString('base64') : value
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
