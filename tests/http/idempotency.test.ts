import { expect, test } from 'vitest'
import { uuidV7 } from '../../platform/ids.ts'
import { newOwner, newUser } from './client.ts'

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } })
const body = (name: string) => ({ name, zone: 'Europe/Berlin' })
const skill = (code: string) => ({ code, name: code })

test('a repeated POST with its key creates once and is answered the same, byte for byte', async () => {
  const ada = await newOwner()
  const key = uuidV7()
  const first = await ada.post<{ id: string }>('/skills', skill('icu'), keyed(key))
  const second = await ada.post<{ id: string }>('/skills', skill('icu'), keyed(key))
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.text).toBe(first.text)
  expect(first.headers.get('Idempotency-Replayed')).toBeNull()
  expect(second.headers.get('Idempotency-Replayed')).toBe('true')
  expect((await ada.get<unknown[]>('/skills')).data).toHaveLength(1)
})

test('outside any organisation too: one key founds one organisation', async () => {
  const ada = await newUser()
  const key = uuidV7()
  await ada.post('/organisations', body('Once'), keyed(key))
  await ada.post('/organisations', body('Once'), keyed(key))
  const me = await ada.get<{ organisations: unknown[] }>('/me')
  expect(me.data.organisations).toHaveLength(1)
})

test('the same key with another body is 409 and does nothing', async () => {
  const ada = await newOwner()
  const key = uuidV7()
  await ada.post('/skills', skill('icu'), keyed(key))
  const other = await ada.post('/skills', skill('er'), keyed(key))
  expect([other.status, other.error.code]).toEqual([409, 'idempotency_mismatch'])
  expect((await ada.get<unknown[]>('/skills')).data).toHaveLength(1)
})

test('ten requests at once with one key create one record, and all get its answer', async () => {
  const ada = await newOwner()
  const key = uuidV7()
  const answers = await Promise.all(Array.from({ length: 10 }, () => ada.post('/skills', skill('icu'), keyed(key))))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect((await ada.get<unknown[]>('/skills')).data).toHaveLength(1)
})

test('a failure is not kept: the corrected request may use the same key', async () => {
  const ada = await newOwner()
  const key = uuidV7()
  await ada.post('/skills', skill('icu'))
  expect((await ada.post('/skills', skill('icu'), keyed(key))).status).toBe(409)
  expect((await ada.post('/skills', skill('er'), keyed(key))).status).toBe(201)
})

test("one organisation's keys are no other's", async () => {
  const [ada, bo] = await Promise.all([newOwner(), newOwner()])
  const key = uuidV7()
  const [first, second] = [
    await ada.post<{ id: string }>('/skills', skill('icu'), keyed(key)),
    await bo.post<{ id: string }>('/skills', skill('icu'), keyed(key)),
  ]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.data.id).not.toBe(first.data.id)
})

test('a key that is no plain text is refused in words', async () => {
  const ada = await newUser()
  const { status, error } = await ada.post('/organisations', body('X'), keyed('a b'))
  expect(status).toBe(400)
  expect(error.message).toContain('Idempotency-Key')
})
