import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Failure, messageOf } from './failure.ts'

const Secrets = z.strictObject({
  superPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
  authPassword: z.string().min(16),
  redisToken: z.string().min(16),
  authSecret: z.string().min(32),
})
export type Secrets = z.infer<typeof Secrets>

/** Reads `<dataDir>/secrets.json`, or makes it (mode 0600) with fresh random values the first time. Errors: Failure. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (!existsSync(file)) {
    const word = () => randomBytes(24).toString('hex')
    const fresh = Object.fromEntries(Object.keys(Secrets.shape).map((name) => [name, word()]))
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Failure(`${file} cannot be used (${firstLine(messageOf(error))}): restore it, or start with --reset.`)
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
