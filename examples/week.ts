// `npm run example:week`: one organisation's week over HTTP with a typed client and an API key, on an instance of its own.
import { parseArgs } from 'node:util'
import { Failure } from '../local/failure.ts'
import { runOnOwnInstance } from '../local/own-instance.ts'
import { ApiError } from './client.ts'
import { playWeek } from './week/play-week.ts'

const helpText = `npm run example:week -- [--seconds N]     one organisation's week over the API

Starts Muster on free ports with data of its own and plays a week: hire, leave, plan, publish, sickness, stand-ins, a trade, the clock.
Prints an account; its last line is one JSON object. Ends with 0 when every step was done.

  --seconds N      search time of the roster, 1 to 60 (default 5)
  --help           this text
`

/** Search time from the command line, or null for help. Errors: Failure. */
const readSeconds = (): number | null => {
  const options = { seconds: { type: 'string', default: '5' }, help: { type: 'boolean', short: 'h' } } as const
  const { values } = parsed(() => parseArgs({ options, allowPositionals: false }))
  if (values.help) return null
  if (!/^\d+$/.test(values.seconds) || Number(values.seconds) < 1 || Number(values.seconds) > 60)
    throw new Failure(`--seconds ${values.seconds} is no search time: give a whole number from 1 to 60.`)
  return Number(values.seconds)
}

const parsed = <T>(parse: () => T): T => {
  try {
    return parse()
  } catch {
    throw new Failure('There is no such option: npm run example:week -- --help lists what there is.')
  }
}

await runOnOwnInstance('example:week', async ({ start }) => {
  const seconds = readSeconds()
  if (seconds === null) {
    process.stdout.write(helpText)
    return
  }
  const { url } = await start()
  try {
    const summary = await playWeek(url, seconds, (line) => process.stdout.write(`${line}\n`))
    process.stdout.write(`${JSON.stringify(summary)}\n`)
  } catch (error) {
    if (error instanceof ApiError)
      throw new Failure(`${error.asked} was refused (${error.status} ${error.code}): ${error.message}`)
    throw error
  }
})
