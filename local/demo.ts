// `npm run demo -- --out DIR`: the planner's main job without a browser, on an instance of its own that is gone afterwards.
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoRunOptions, demoHelpText, readDemoOptions } from './demo-options.ts'
import { runDemo } from './demo-run.ts'
import { Failure, messageOf } from './failure.ts'
import { runOnOwnInstance } from './own-instance.ts'

function prepare({ outDir }: DemoRunOptions): void {
  try {
    mkdirSync(outDir, { recursive: true })
    accessSync(outDir, constants.W_OK)
  } catch (error) {
    throw new Failure(`${outDir} cannot be written (${messageOf(error)}): name another folder with --out.`)
  }
}

await runOnOwnInstance('demo', async ({ shown, folder, start }) => {
  const options = readDemoOptions(process.argv.slice(2), folder)
  if (options.help) {
    process.stdout.write(demoHelpText)
    return
  }
  prepare(options)
  const stack = await start()
  const { summary, files } = await runDemo(stack.url, options, shown)
  for (const [name, content] of files) writeFileSync(join(options.outDir, name), content)
  process.stdout.write(`${JSON.stringify(summary)}\n`)
  shown.say(`Wrote ${[...files.keys()].join(', ')} to ${options.outDir}`)
})
