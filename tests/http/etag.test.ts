import { expect, test } from 'vitest'
import { newOwner } from './client.ts'

test('what a reader already has is not sent again, until it changes', async () => {
  const ada = await newOwner()
  const first = await ada.get('/skills')
  const tag = first.headers.get('ETag') ?? ''
  expect(tag).toMatch(/^W\/"[0-9a-f]+"$/)
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
  const known = { headers: { 'If-None-Match': tag } }
  const again = await ada.get('/skills', known)
  expect([again.status, again.text, again.headers.get('ETag')]).toEqual([304, '', tag])
  await ada.post('/skills', { code: 'x', name: 'X' })
  const changed = await ada.get('/skills', known)
  expect(changed.status).toBe(200)
  expect(changed.headers.get('ETag')).not.toBe(tag)
})

test('a filter and a sort travel in the query; unknown fields and parameters are refused by name', async () => {
  const ada = await newOwner()
  for (const code of ['a', 'b', 'c']) await ada.post('/skills', { code, name: `Skill ${code}` })
  const codes = async (query: string) =>
    (await ada.get<{ code: string }[]>(`/skills?${query}`)).data.map(({ code }) => code)
  expect(await codes('sort=-code')).toEqual(['c', 'b', 'a'])
  expect(await codes(`filter=${encodeURIComponent('code:in:a|c,name:like:skill')}&sort=code`)).toEqual(['a', 'c'])
  for (const query of ['filter=salary:eq:1', 'sort=version', 'filter=code', 'colour=red']) {
    const { status, error } = await ada.get(`/skills?${query}`)
    expect([query, status, error.code]).toEqual([query, 400, 'validation_failed'])
  }
})
