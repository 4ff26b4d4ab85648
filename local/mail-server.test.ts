import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { httpMail } from '../platform/mail.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

let folder: string
let server: MailServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-mail-'))
  server = await startMailServer(folder, 'right')
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const mailer = (token = 'right') => httpMail({ url: server.url, token, from: 'Muster <muster@localhost>' })
const letter = (key: string) => ({
  to: 'ada@muster.example',
  subject: 'Hello <b>',
  text: 't',
  html: '<p>h</p>',
  idempotencyKey: key,
})

test('keeps a message once, however often it is sent, and shows it', async () => {
  expect(await mailer().send(letter('one'))).toBe('sent')
  expect(await mailer().send(letter('one'))).toBe('sent')
  expect(await mailer().send(letter('two'))).toBe('sent')
  expect(server.messages()).toHaveLength(2)
  const list = await (await fetch(server.pageUrl)).text()
  expect(list).toContain('Hello &lt;b&gt;')
  const shown = await (await fetch(`${server.pageUrl}${server.messages()[0]?.id}`)).text()
  expect(shown).toBe('<p>h</p>')
})

test('a wrong token may be mended, a message that is none may not', async () => {
  await expect(mailer('wrong').send(letter('a'))).rejects.toThrow(/HTTP 401/)
  expect(await mailer().send({ ...letter('b'), to: 'nobody' })).toBe('refused')
  expect(server.messages()).toEqual([])
})

test('remembers what was sent before a restart', async () => {
  await mailer().send(letter('one'))
  await server.stop()
  server = await startMailServer(folder, 'right')
  expect(server.messages()).toMatchObject([{ to: ['ada@muster.example'], subject: 'Hello <b>' }])
})
