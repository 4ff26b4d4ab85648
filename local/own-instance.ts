import { Failure, messageOf } from './failure.ts'
import { type Stack, startStack } from './stack.ts'
import { temporaryData } from './temporary-data.ts'
import { type Terminal, terminal } from './terminal.ts'

/** What a program on an instance of its own is given: where to say what it does, and the instance once it asks for it. */
export interface OwnInstance {
  /** On stderr: stdout is for results. */
  shown: Terminal
  /** The folder in which the command was typed: npm runs scripts in the project's. */
  folder: string
  start(): Promise<Stack>
}

/**
 * Runs a program that may start one instance of Muster, without the page and with data of its own, and ends the process: 0 when it is done, 1
 * when it failed, 130 when it was interrupted. However it ends, what was started is stopped and its data are deleted.
 * A Failure is told as its sentence; nothing that goes wrong shows its insides.
 */
export async function runOnOwnInstance(name: string, program: (own: OwnInstance) => Promise<void>): Promise<never> {
  const shown = terminal(process.stderr)
  const folder = (process.env.npm_lifecycle_event === name && process.env.INIT_CWD) || process.cwd()
  let interruption: NodeJS.Signals | undefined
  let starting: Promise<Stack> | undefined
  let stopping: Promise<void> | undefined
  const data: { remove?: () => void } = {}

  const start = async (): Promise<Stack> => {
    const { dataDir, remove } = temporaryData()
    data.remove = remove
    shown.say('Starting an instance of its own')
    starting = startStack({ dataDir, hasPage: false, log: (line) => shown.say(`  ${line}`) })
    const stack = await starting
    // The process is about to end: nothing more is begun.
    return interruption ? new Promise<never>(() => undefined) : stack
  }

  /** Once. An instance that is still starting is awaited: what it started must be stopped. */
  const cleanUp = () =>
    (stopping ??= (async () => {
      const stack = await starting?.catch(() => undefined)
      await stack?.stop()
      data.remove?.()
    })())

  const tell = (error: unknown): void => {
    shown.endProgress()
    const isExpected = error instanceof Failure
    shown.say(isExpected ? error.message : `npm run ${name} stopped by a fault of its own: ${messageOf(error)}`)
    if (!isExpected && process.env.MUSTER_DEBUG) console.error(error)
  }

  const end = async (code: number): Promise<never> => {
    try {
      await cleanUp()
    } catch (error) {
      tell(error)
      process.exit(1)
    }
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      interruption ??= signal
      end(130)
    })
  // The parent holds the other end; when it is gone without a word, so are we.
  process.on('disconnect', () => end(1))

  try {
    await program({ shown, folder, start })
    return await end(0)
  } catch (error) {
    if (interruption) return new Promise<never>(() => undefined)
    tell(error)
    return end(1)
  }
}
