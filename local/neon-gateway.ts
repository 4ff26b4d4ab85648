import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { messageOf } from './failure.ts'
import { readBody } from './http-body.ts'
import { answerBatch, answerQuery, parseSqlRequest, sqlError } from './neon-sql.ts'
import { type PostgresTarget, tunnel } from './postgres-tunnel.ts'
import { Turnstile } from './turnstile.ts'

const bodyBytesMax = 64 * 1024 * 1024
const poolSizeMax = 16
/** PostgreSQL takes a hundred connections; like Neon's pooler, what is more than it takes waits instead of failing. */
const tunnelsMax = 50

export interface NeonGateway {
  port: number
  /** Ends every connection. Idempotent. */
  stop(): Promise<void>
}

/**
 * Speaks Neon's two protocols in front of an ordinary PostgreSQL: HTTP `POST /sql`, and WebSocket `/v2`, which is piped raw.
 * User, password and database come from the caller's connection string; host and port are always those of `target`.
 * Source: @neondatabase/serverless 1.2, checked against the driver itself in the tests.
 */
export async function startNeonGateway(target: PostgresTarget, log: (line: string) => void): Promise<NeonGateway> {
  const pools = new Map<string, pg.Pool>()
  const poolOf = (connectionString: string): pg.Pool => {
    const known = pools.get(connectionString)
    if (known) return known
    const pool = new pg.Pool({ ...poolConfig(connectionString, target), max: poolSizeMax, idleTimeoutMillis: 30_000 })
    pool.on('error', (error) => log(`idle connection lost: ${error.message}`))
    pools.set(connectionString, pool)
    return pool
  }

  const server = createServer((request, response) => {
    answerSql(request, response, poolOf).catch((error: unknown) => {
      log(`request failed: ${messageOf(error)}`)
      if (!response.headersSent) send(response, 500, { message: messageOf(error) })
    })
  })
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const turnstile = new Turnstile(tunnelsMax)
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] !== '/v2') socket.destroy()
    turnstile.whenFree((leave) => {
      socket.once('close', leave)
      // Who gave up while waiting is not let in.
      if (socket.destroyed) leave()
      else sockets.handleUpgrade(request, socket, head, (webSocket) => tunnel(webSocket, target, log))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })

  let stopping: Promise<void> | undefined
  const stop = async () => {
    for (const socket of upgraded) socket.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await Promise.all([...pools.values()].map((pool) => pool.end()))
  }
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => (stopping ??= stop()),
  }
}

async function answerSql(
  request: IncomingMessage,
  response: ServerResponse,
  poolOf: (connectionString: string) => pg.Pool,
): Promise<void> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== '/sql') {
    return send(response, 404, { message: 'This is the local stand-in for Neon: POST /sql or WebSocket /v2.' })
  }
  const connectionString = header(request, 'neon-connection-string')
  if (!connectionString) return send(response, 400, { message: 'The header Neon-Connection-String is missing.' })
  const parsed = parseSqlRequest(await readBody(request, bodyBytesMax))
  if (!parsed) return send(response, 400, { message: 'The body is neither {query, params} nor {queries: [...]}.' })

  const arrayMode = header(request, 'neon-array-mode') === 'true'
  let client: pg.PoolClient | undefined
  let broken: Error | undefined
  try {
    client = await poolOf(connectionString).connect()
    const body =
      'queries' in parsed
        ? await answerBatch(client, parsed.queries, {
            arrayMode,
            isolationLevel: header(request, 'neon-batch-isolation-level'),
            readOnly: header(request, 'neon-batch-read-only') === 'true',
            deferrable: header(request, 'neon-batch-deferrable') === 'true',
          })
        : await answerQuery(client, parsed, arrayMode)
    send(response, 200, body)
  } catch (error) {
    const known = sqlError(error)
    if (known) send(response, 400, known)
    else {
      broken = error instanceof Error ? error : new Error(messageOf(error))
      send(response, 500, { message: `The database cannot be reached: ${broken.message}` })
    }
  } finally {
    if (client) await giveBack(client, broken)
  }
}

/** Nothing of one request's session (settings, temporary tables) may be seen by the next one. */
async function giveBack(client: pg.PoolClient, broken: Error | undefined): Promise<void> {
  try {
    if (!broken) await client.query('discard all')
    client.release(broken)
  } catch (error) {
    client.release(error instanceof Error ? error : true)
  }
}

function poolConfig(connectionString: string, target: PostgresTarget): pg.PoolConfig {
  const url = new URL(connectionString)
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    host: target.host,
    port: target.port,
    ssl: target.tls,
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
