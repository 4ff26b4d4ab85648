// `npm run demo -- --out DIR`: the planner's main job without a browser, on an instance of its own that is gone afterwards.
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoRunOptions, demoHelpText, readDemoOptions } from './demo-options.ts'
import { runDemo } from './demo-run.ts'
import { Failure, messageOf } from './failure.ts'
import { type Stack, startStack } from './stack.ts'
import { temporaryData } from './temporary-data.ts'
import { terminal } from './terminal.ts'

const shown = terminal(process.stderr)
/** npm runs scripts in the project's folder; paths mean the folder in which the command was typed. */
const folder = (process.env.npm_lifecycle_event === 'demo' && process.env.INIT_CWD) || process.cwd()

let interruption: NodeJS.Signals | undefined
let starting: Promise<Stack> | undefined
let stopping: Promise<void> | undefined
const data: { remove?: () => void } = {}

/** Ends the instance and deletes its data, once. One that is still starting is awaited: what it started must be stopped. */
const cleanUp = () =>
  (stopping ??= (async () => {
    const stack = await starting?.catch(() => undefined)
    await stack?.stop()
    data.remove?.()
  })())

function prepare({ outDir }: DemoRunOptions): void {
  try {
    mkdirSync(outDir, { recursive: true })
    accessSync(outDir, constants.W_OK)
  } catch (error) {
    throw new Failure(`${outDir} cannot be written (${messageOf(error)}): name another folder with --out.`)
  }
}

async function main(options: DemoRunOptions): Promise<void> {
  prepare(options)
  const { dataDir, remove } = temporaryData()
  data.remove = remove
  shown.say('Starting an instance of its own')
  starting = startStack({ dataDir, hasPage: false, log: (line) => shown.say(`  ${line}`) })
  const stack = await starting
  if (interruption) return
  const { summary, files } = await runDemo(stack.url, options, shown)
  for (const [name, content] of files) writeFileSync(join(options.outDir, name), content)
  process.stdout.write(`${JSON.stringify(summary)}\n`)
  shown.say(`Wrote ${[...files.keys()].join(', ')} to ${options.outDir}`)
}

/** Nothing that goes wrong shows its insides. */
function tell(error: unknown): void {
  shown.endProgress()
  const isExpected = error instanceof Failure
  shown.say(isExpected ? error.message : `The demo stopped by a fault of its own: ${messageOf(error)}`)
  if (!isExpected && process.env.MUSTER_DEBUG) console.error(error)
}

async function end(code: number): Promise<never> {
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
  const options = readDemoOptions(process.argv.slice(2), folder)
  if (options.help) process.stdout.write(demoHelpText)
  else await main(options)
  await end(0)
} catch (error) {
  if (!interruption) {
    tell(error)
    await end(1)
  }
}
