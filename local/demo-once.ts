import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoAccount, fillDemo } from './demo-data.ts'
import { messageOf } from './failure.ts'
import type { Stack } from './stack.ts'
import type { Terminal } from './terminal.ts'

/**
 * Fills the demo the first time and answers its sign-in. A demo that cannot be filled is told, and tried again at the next
 * start: Muster works without it. Errors: none.
 */
export async function demoOnce(
  stack: Stack,
  shown: Terminal,
): Promise<{ email: string; password: string } | undefined> {
  const mark = join(stack.dataDir, 'demo.json')
  if (existsSync(mark)) return demoAccount
  try {
    await fillDemo(stack.url, {
      onProgress({ label, share }) {
        if (share === undefined) shown.say(`  ${label}`)
        else shown.progress(share, label)
      },
    })
    shown.endProgress()
    writeFileSync(mark, `${JSON.stringify({ filledAt: new Date().toISOString() })}\n`)
    return demoAccount
  } catch (error) {
    shown.say(
      `  The demo is not complete (${messageOf(error)}); the next start tries again. Logs are in ${stack.dataDir}/logs.`,
    )
    return undefined
  }
}
