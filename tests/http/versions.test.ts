import { expect, test } from 'vitest'
import { newOwner } from './client.ts'

const skill = async () => {
  const ada = await newOwner()
  const { data } = await ada.post<{ id: string; version: number }>('/skills', { code: 'icu', name: 'ICU' })
  return { ada, path: `/api/v1/skills/${data.id}`, version: data.version }
}

test('a change with the current version succeeds and raises it', async () => {
  const { ada, path, version } = await skill()
  const changed = await ada.send<{ name: string; version: number }>('PATCH', path, { body: { name: 'New' }, version })
  expect([changed.status, changed.data]).toMatchObject([200, { name: 'New', version: version + 1 }])
})

test('a change with a stale version is 409 with both versions, and changes nothing', async () => {
  const { ada, path, version } = await skill()
  await ada.send('PATCH', path, { body: { name: 'First' }, version })
  const stale = await ada.send('PATCH', path, { body: { name: 'Second' }, version })
  expect([stale.status, stale.error.code]).toEqual([409, 'version_conflict'])
  expect(stale.error.details).toMatchObject({ expected: version, actual: version + 1 })
  expect((await ada.send('GET', path)).data).toMatchObject({ name: 'First' })
})

test('of two changes at the same moment exactly one succeeds', async () => {
  const { ada, path, version } = await skill()
  const names = ['A', 'B', 'C', 'D']
  const answers = await Promise.all(names.map((name) => ada.send('PATCH', path, { body: { name }, version })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
})

test('a change without a version, or with something else, is refused in words', async () => {
  const { ada, path } = await skill()
  const missing = await ada.send('PATCH', path, { body: { name: 'New' } })
  expect([missing.status, missing.error.code]).toEqual([428, 'precondition_required'])
  const nonsense = await ada.send('PATCH', path, { body: { name: 'New' }, headers: { 'If-Match': '*' } })
  expect([nonsense.status, nonsense.error.code]).toEqual([400, 'bad_request'])
})
