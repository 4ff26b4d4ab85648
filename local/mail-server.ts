// Stands for the provider of e-mail on a laptop: takes messages over the provider's own protocol, keeps them, and shows them.
import { timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod'
import { escapeHtml } from '../solver/formats/escape-html.ts'
import { readBody } from './http-body.ts'

const Message = z.object({
  from: z.string().includes('@'),
  to: z.array(z.string().includes('@')).min(1).max(50),
  subject: z.string().min(1),
  text: z.string().optional(),
  html: z.string().optional(),
})
type KeptMail = z.infer<typeof Message> & { id: string; at: string }

const shownMax = 200
const bytesMax = 1_000_000

export interface MailServer {
  /** Messages are posted here. */
  url: string
  /** Where a person reads them. */
  pageUrl: string
  /** All that came, oldest first. */
  messages(): readonly KeptMail[]
  stop(): Promise<void>
}

/**
 * Listens on loopback. `POST /emails` with the bearer token answers `{id}`, the same one for a repeated `Idempotency-Key`;
 * 401 without the token, 422 for a message that is not one. `GET /` lists, `GET /:id` shows one.
 */
export async function startMailServer(dataDir: string, token: string, port = 0): Promise<MailServer> {
  const file = join(dataDir, 'mail.jsonl')
  const kept: KeptMail[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : []
  const byKey = new Map<string, string>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => json(response, 500, { message: String(error) }))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST' && request.url === '/emails') return take(request, response)
    if (request.method !== 'GET') return json(response, 405, { message: 'Only GET and POST /emails.' })
    const id = request.url?.slice(1) ?? ''
    const found = kept.find((mail) => mail.id === id)
    if (id !== '' && !found) return json(response, 404, { message: 'There is no such message.' })
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    })
    response.end(found ? (found.html ?? `<pre>${escapeHtml(found.text ?? '')}</pre>`) : listPage(kept))
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`))
      return json(response, 401, { message: 'The token is not the one of this server.' })
    const key = request.headers['idempotency-key']
    const known = typeof key === 'string' ? byKey.get(key) : undefined
    if (known) return json(response, 200, { id: known })
    const { data, error } = Message.safeParse(parse(await readBody(request, bytesMax)))
    if (!data) return json(response, 422, { message: error.issues.map(({ message }) => message).join('; ') })
    const mail: KeptMail = { ...data, id: crypto.randomUUID(), at: new Date().toISOString() }
    kept.push(mail)
    appendFileSync(file, `${JSON.stringify(mail)}\n`)
    if (typeof key === 'string') byKey.set(key, mail.id)
    return json(response, 200, { id: mail.id })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${origin}/emails`,
    pageUrl: `${origin}/`,
    messages: () => kept,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const json = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const isSame = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const listPage = (mails: readonly KeptMail[]): string => {
  const rows = mails
    .slice(-shownMax)
    .reverse()
    .map(
      ({ id, at, to, subject }) =>
        `<tr><td>${escapeHtml(at.slice(0, 19).replace('T', ' '))}</td><td>${escapeHtml(to.join(', '))}</td><td><a href="/${id}">${escapeHtml(subject)}</a></td></tr>`,
    )
  const none = '<p>Nothing was sent yet.</p>'
  const table = `<table><tr><th>Sent (UTC)</th><th>To</th><th>Subject</th></tr>${rows.join('')}</table>`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title><style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui;max-width:60em;margin:2em auto;padding:0 1em}td,th{padding:.3em 1em .3em 0;text-align:left}</style><h1>Mail sent by this Muster</h1>${rows.length > 0 ? table : none}</html>`
}
