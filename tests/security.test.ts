import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url)

test('every threat of SECURITY.md names a test that is there', () => {
  const rows = readFileSync(new URL('SECURITY.md', root), 'utf8').match(/^\| (?!threat|---).+ \|$/gm) ?? []
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const files = [...(row.split('|').at(-2) ?? '').matchAll(/`([\w./-]+)`/g)].map(([, file = '']) => file)
    expect(files.length, row).toBeGreaterThan(0)
    for (const file of files) expect([file, existsSync(fileURLToPath(new URL(file, root)))]).toEqual([file, true])
  }
})
