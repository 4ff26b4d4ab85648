import { expect, test } from 'vitest'
import type * as z from 'zod'
import type { importPreview } from '../../api/contract/workforce.ts'
import { newOwner } from './client.ts'

type Preview = z.output<typeof importPreview>

const broken = {
  files: [
    { kind: 'skills', content: 'code,name\nicu,Intensive care\n,Nameless\nicu,Twice\n' },
    { kind: 'sites', content: 'code,name,zone\nmain,Main,Mars/Olympus\n' },
  ],
}

test('a preview of a broken file is 200 and lists every bad line with number, value and reason', async () => {
  const ada = await newOwner()
  const { status, data } = await ada.post<Preview>('/imports/preview', broken)
  expect(status).toBe(200)
  expect(data.errors.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['skills 3', 'skills 4', 'sites 2'])
  for (const error of data.errors) expect(error.reason.length).toBeGreaterThan(5)
  expect(data.errors[2]).toMatchObject({ column: 'zone', value: 'Mars/Olympus' })
})

test('importing a broken file is 422 with the same lines, and writes nothing of the good ones', async () => {
  const ada = await newOwner()
  const { status, error } = await ada.post('/imports', broken)
  expect([status, error.code]).toEqual([422, 'import_invalid'])
  expect(JSON.stringify(error.details)).toContain('Mars/Olympus')
  expect((await ada.get('/skills')).data).toEqual([])
})

test('a file that is no CSV of its kind is refused by its header', async () => {
  const ada = await newOwner()
  const { data } = await ada.post<Preview>('/imports/preview', {
    files: [{ kind: 'people', content: '%PDF-1.7\n\u0000\u0001' }],
  })
  expect(data.errors.length).toBeGreaterThan(0)
  expect(data.errors[0]?.line).toBe(1)
})

test('files refer to each other by code in any order, and a second import changes nothing', async () => {
  const ada = await newOwner()
  const files = {
    files: [
      { kind: 'skills', content: '\ufeffcode;name\r\nicu;"Intensive; care"\r\n' },
      { kind: 'sites', content: 'code,name,zone\nmain,Main,Europe/Berlin\n' },
    ],
  }
  expect((await ada.post<Preview>('/imports', files)).data.files[0]).toMatchObject({ creates: 1, updates: 0 })
  expect((await ada.get<{ name: string }[]>('/skills')).data[0]?.name).toBe('Intensive; care')
  const again = await ada.post<Preview>('/imports', files)
  expect(again.data.files.map(({ unchanged }) => unchanged)).toEqual([1, 1])
})
