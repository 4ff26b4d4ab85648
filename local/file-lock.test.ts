import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeLock, withLock } from './file-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-lock-'))
const file = join(folder, 'lock')
afterAll(() => rmSync(folder, { recursive: true }))

test('a lock is held once, tells its holder, and leaves nothing when released', () => {
  const first = takeLock(file, 'http://here')
  expect(takeLock(file)).toMatchObject({ kind: 'taken', holder: { pid: process.pid, url: 'http://here' } })
  if (first.kind === 'mine') first.release()
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['a dead process', JSON.stringify({ pid: 2 ** 22 + 1, identity: '1' })],
  ['another process with the same id', JSON.stringify({ pid: process.pid, identity: 'another' })],
  ['nobody, being broken', '{'],
])('the lock of %s is taken over', (_, content) => {
  writeFileSync(file, content)
  const lock = takeLock(file)
  expect(lock.kind).toBe('mine')
  if (lock.kind === 'mine') lock.release()
})

test('work under a lock happens one after the other', async () => {
  let inside = 0
  const work = () =>
    withLock(file, 10_000, async () => {
      inside += 1
      expect(inside).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside -= 1
    })
  await Promise.all([work(), work(), work()])
  expect(readdirSync(folder)).toEqual([])
})
