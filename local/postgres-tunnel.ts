import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { WebSocket } from 'ws'

/** Where the real server listens, and whether it wants TLS. */
export interface PostgresTarget {
  host: string
  port: number
  /** False, or the rule by which its certificate is judged. */
  tls: false | { rejectUnauthorized: boolean }
}

/**
 * Reads host, port and `sslmode` of a postgres:// address. As with libpq, `require` encrypts without judging the
 * certificate, `verify-ca` and `verify-full` judge it. Errors: throws TypeError for what is no address.
 */
export function postgresTarget(address: string): PostgresTarget {
  const url = new URL(address)
  const mode = url.searchParams.get('sslmode') ?? 'disable'
  const isPlain = mode === 'disable' || mode === 'allow' || mode === 'prefer'
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1',
    port: Number(url.port || 5432),
    tls: isPlain ? false : { rejectUnauthorized: mode.startsWith('verify') },
  }
}

/** Pipes a WebSocket's binary frames to the server and back until either side ends. */
export function tunnel(webSocket: WebSocket, target: PostgresTarget, log: (line: string) => void): void {
  const waiting: Buffer[] = []
  let socket: Socket | undefined
  const fail = (error: Error) => {
    log(`tunnel ended: ${error.message}`)
    webSocket.close(1011, 'The database cannot be reached.')
    socket?.destroy()
  }
  webSocket.on('message', (data: Buffer) => {
    if (socket) socket.write(data)
    else waiting.push(data)
  })
  webSocket.on('close', () => socket?.end())
  webSocket.on('error', () => socket?.destroy())
  openSocket(target).then((opened) => {
    socket = opened
    if (webSocket.readyState !== webSocket.OPEN) {
      opened.destroy()
      return
    }
    opened.on('data', (data) => webSocket.send(data))
    opened.on('close', () => webSocket.close())
    opened.on('error', fail)
    for (const data of waiting) opened.write(data)
  }, fail)
}

// PostgreSQL's SSLRequest: length 8, code 80877103; the server answers one byte, S or N.
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

function openSocket({ host, port, tls }: PostgresTarget): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    const settle = (opened: Socket) => {
      opened.off('error', reject)
      resolve(opened)
    }
    socket.once('error', reject)
    socket.once('connect', () => {
      if (!tls) return settle(socket)
      socket.write(sslRequest)
      socket.once('data', (answer) => {
        if (answer[0] !== 0x53) return reject(new Error(`${host} offers no TLS, which sslmode asks for.`))
        const secure = connectTls({ socket, servername: host, ...tls }, () => settle(secure))
        secure.once('error', reject)
      })
    })
  })
}
