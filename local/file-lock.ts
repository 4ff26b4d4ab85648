import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { codeOf, Failure } from './failure.ts'
import { isAlive, processIdentity } from './process-identity.ts'

const Holder = z.object({ pid: z.int().positive(), identity: z.string(), url: z.string().optional() })
/** The living process that holds a lock. */
type Holder = z.infer<typeof Holder>

export type Lock = { kind: 'mine'; release(): void } | { kind: 'taken'; holder: Holder }

/**
 * Takes `file` as a lock unless a living process holds it; the lock of a dead one is taken over.
 * Errors: those of the file system (the folder must exist and be writable).
 */
export function takeLock(file: string, url?: string): Lock {
  const mine = `${file}.${randomUUID()}`
  const text = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid), url })
  writeFileSync(mine, text, { mode: 0o600 })
  try {
    for (;;) {
      // A link appears with its content at once, or not at all when somebody was faster.
      if (tryLink(mine, file)) return { kind: 'mine', release: () => releaseLock(file, text) }
      const found = readIfThere(file)
      if (found === undefined) continue
      const holder = parseHolder(found)
      if (holder && isAlive(holder.pid) && processIdentity(holder.pid) === holder.identity)
        return { kind: 'taken', holder }
      removeStale(file, found)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Runs `work` while holding `file` as a lock, after whoever else holds it. Errors: Failure after `timeoutMs`. */
export async function withLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs
  for (;;) {
    const lock = takeLock(file)
    if (lock.kind === 'mine') {
      try {
        return await work()
      } finally {
        lock.release()
      }
    }
    if (Date.now() > giveUpAt)
      throw new Failure(`Process ${lock.holder.pid} holds ${file} for too long: end it, then try again.`)
    await delay(100)
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Between reading and removing, another process may have taken the lock over: then it gets it back. */
function removeStale(file: string, expected: string): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== expected) tryLink(aside, file)
  rmSync(aside, { force: true })
}

function releaseLock(file: string, text: string): void {
  if (readIfThere(file) === text) rmSync(file, { force: true })
}
