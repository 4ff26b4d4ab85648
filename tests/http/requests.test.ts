import { expect, test } from 'vitest'
import { Client, newOwner } from './client.ts'

test('health says what is up, without signing in', async () => {
  const { status, data } = await new Client().send('GET', '/api/health')
  expect([status, data]).toEqual([200, { status: 'ok', database: 'ok', redis: 'ok' }])
})

test('a success and a failure carry request id, time and duration', async () => {
  const ada = await newOwner()
  for (const path of ['/skills', '/nowhere']) {
    const { headers, meta } = await ada.get(path)
    expect(meta.requestId).toBe(headers.get('X-Request-Id'))
    expect(Date.parse(meta.timestamp)).toBeGreaterThan(0)
    expect(meta.durationMs).toBeGreaterThanOrEqual(0)
    expect(headers.get('X-API-Version')).toBe('1')
  }
})

test('a body of ten megabytes is answered in the envelope, for imports too', async () => {
  const ada = await newOwner()
  const content = 'x'.repeat(10 * 1024 * 1024)
  for (const path of ['/skills', '/imports']) {
    const { status, error } = await ada.post(path, { files: [{ kind: 'skills', content }] })
    expect([path, status, error.code]).toEqual([path, 413, 'payload_too_large'])
  }
})

test('an import may be larger than other bodies', async () => {
  const ada = await newOwner()
  const rows = Array.from({ length: 20_000 }, (_, n) => `code-${n},${'A skill with a long name '.repeat(3)}`)
  const content = `code,name\n${rows.join('\n')}\n`
  expect(content.length).toBeGreaterThan(1024 * 1024)
  const { status } = await ada.post('/imports/preview', { files: [{ kind: 'skills', content }] })
  expect(status).toBe(200)
})

test('unknown fields are refused by name, in bodies and in query strings', async () => {
  const ada = await newOwner()
  const body = await ada.post('/skills', { code: 'icu', name: 'ICU', isAdmin: true })
  expect([body.status, body.error.code]).toEqual([400, 'validation_failed'])
  expect(body.error.message).toContain('"isAdmin"')
  const query = await ada.get('/skills?limit=5&colour=red')
  expect([query.status, query.error.code]).toEqual([400, 'validation_failed'])
  expect(query.error.message).toContain('"colour"')
})

test('every bad field of a body is listed at once', async () => {
  const ada = await newOwner()
  const { error } = await ada.post('/shift-types', { code: '', name: 'X', startTime: '25:00', durationMinutes: 1 })
  const { fields } = error.details as { fields: { field: string }[] }
  expect(fields.map(({ field }) => field)).toEqual(['code', 'startTime', 'durationMinutes'])
})

test('a GET that names a content type, as many clients always do, is answered', async () => {
  const ada = await newOwner()
  expect((await ada.get('/skills', { headers: { 'Content-Type': 'application/json' } })).status).toBe(200)
})

test('an id that is none is refused as such', async () => {
  const ada = await newOwner()
  const { status, error } = await ada.get('/skills/not-an-id')
  expect([status, error.code]).toEqual([400, 'validation_failed'])
})

test('the second with the same code gets a sentence, not a database message', async () => {
  const ada = await newOwner()
  await ada.post('/skills', { code: 'icu', name: 'ICU' })
  const { status, error, text } = await ada.post('/skills', { code: 'icu', name: 'Again' })
  expect([status, error.code]).toEqual([409, 'already_exists'])
  expect(text).not.toMatch(/constraint|duplicate key|skills_/)
})

test('lists come in pages that neither repeat nor lose a row', async () => {
  const ada = await newOwner()
  for (let n = 0; n < 7; n++) await ada.post('/skills', { code: `s${n}`, name: `Skill ${n % 3}` })
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await ada.get<{ code: string }[]>(
      `/skills?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    expect(page.status).toBe(200)
    seen.push(...page.data.map(({ code }) => code))
    cursor = page.meta.nextCursor
  } while (cursor)
  expect(seen.toSorted()).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6'])
})

test('a cursor that is none is refused, not an inner error', async () => {
  const ada = await newOwner()
  const { status } = await ada.get('/skills?cursor=%00%ff')
  expect(status).toBe(400)
})
