// `npm start`: all of Muster on this machine, until Ctrl-C.
import { demoOnce } from './demo-once.ts'
import { Failure, messageOf } from './failure.ts'
import { resetData } from './reset-data.ts'
import { type Stack, startStack } from './stack.ts'
import { helpText, readStartOptions } from './start-options.ts'
import { terminal } from './terminal.ts'

const shown = terminal(process.stdout)
const repeatedSignalMs = 1_000

let stack: Stack | undefined
let stoppingSince: number | undefined

/** Ends in order at the first wish; a second one, later than a second, ends at once. */
async function stop(exitCode: number): Promise<void> {
  // npm and the terminal may both pass on the same Ctrl-C.
  if (stoppingSince !== undefined) {
    if (Date.now() - stoppingSince > repeatedSignalMs) process.exit(130)
    return
  }
  stoppingSince = Date.now()
  if (!stack) process.exit(exitCode)
  shown.say('\nStopping …')
  try {
    await stack.stop()
  } catch (error) {
    shown.say(messageOf(error))
    process.exit(1)
  }
  process.exit(exitCode)
}

/** Nothing that goes wrong shows its insides; what it needs to be found is in the logs. */
function fail(error: unknown): void {
  shown.endProgress()
  const sentence =
    error instanceof Failure ? error.message : `Muster stopped by a fault of its own: ${messageOf(error)}`
  process.stderr.write(`\n${sentence}\n`)
  if (!(error instanceof Failure) && process.env.MUSTER_DEBUG) console.error(error)
  stop(1)
}

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env)
  if (options.help) {
    process.stdout.write(helpText)
    return
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  // The parent holds the other end; when it is gone without a word, so are we.
  process.on('disconnect', () => stop(0))
  const startedAt = performance.now()
  if (options.reset) {
    shown.say('Deleting the data of earlier runs')
    resetData(options.dataDir)
  }
  const { port, dataDir, databaseUrl, redisUrl, hasDemo } = options
  stack = await startStack({ port, dataDir, databaseUrl, redisUrl, log: (line) => shown.say(`  ${line}`) })
  if (stoppingSince !== undefined) return
  const account = hasDemo ? await demoOnce(stack, shown) : undefined
  if (stoppingSince !== undefined) return
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  shown.say(`\nMuster runs at ${stack.url}  (ready in ${seconds} s)`)
  if (account) shown.say(`Sign in as ${account.email} with the password ${account.password}`)
  shown.say(`E-mails it sends can be read at ${stack.mail.pageUrl}`)
  shown.say(`Data and logs are in ${stack.dataDir}. Ctrl-C stops everything.`)
}

process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
main().catch(fail)
