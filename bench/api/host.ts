// The process that holds the stack for `npm run bench:api`; started by served.ts, never by hand.
import { messageOf } from '../../local/failure.ts'
import { startStack } from '../../local/stack.ts'
import type { HostMessage, HostOptions } from './served.ts'

const options = JSON.parse(process.env.MUSTER_BENCH ?? '{}') as HostOptions
delete process.env.MUSTER_BENCH
const tell = (message: HostMessage) => process.send?.(message, undefined, undefined, () => undefined)
const limitScale = 10_000

try {
  const log = (line: string) => tell({ kind: 'step', line })
  const { url, ownerUrl, appUrl, stop } = await startStack({ ...options, limitScale, hasPage: false, log })
  process.once('SIGTERM', () => stop().then(() => process.exit(0)))
  tell({ kind: 'ready', url, ownerUrl, appUrl })
} catch (error) {
  tell({ kind: 'failed', reason: messageOf(error) })
  process.exit(1)
}
