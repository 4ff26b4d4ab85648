import { randomBytes } from 'node:crypto'
import { rosterGrid, rosterSchema } from '../api/contract/rostering.ts'
import { ApiClient } from './api-client.ts'
import { type ExampleName, importExample, readExampleSettings } from './example-import.ts'
import { acceptRun, ensureRoster, startRun, watchRun } from './example-run.ts'
import type { Terminal } from './terminal.ts'

interface DemoSummary {
  shifts: number
  assigned: number
  hard: number
  medium: number
  soft: number
  /** Solving time of the run. */
  seconds: number
}

export interface DemoFiles {
  summary: DemoSummary
  /** Contents by name. */
  files: Map<string, string>
}

/**
 * The planner's main job over HTTP: sign up, import, generate, accept, publish, export. Progress goes to `shown`.
 * Errors: Failure with the API's or the run's own sentence.
 */
export async function runDemo(
  url: string,
  options: { example: ExampleName; seconds: number; seed: number },
  shown: Terminal,
): Promise<DemoFiles> {
  const client = new ApiClient(url)
  await client.signIn({
    name: 'Demo Planner',
    email: 'planner@muster.example',
    password: randomBytes(18).toString('hex'),
  })
  shown.say(`Importing examples/${options.example}`)
  await importExample(client, options.example)
  const { name, period } = readExampleSettings(options.example)
  const draft = await ensureRoster(client, { name, ...period })

  shown.say(`Generating the roster (${options.seconds} s)`)
  const started = await startRun(client, draft.id, { seconds: options.seconds, seed: options.seed })
  const run = await watchRun(client, started, ({ atMs, missingHeads, hardBreaches, score }) =>
    shown.progress(
      atMs / (options.seconds * 1000),
      `${missingHeads} heads unfilled, ${hardBreaches} hard rules broken, soft cost ${score?.soft ?? '–'}`,
    ),
  )
  shown.endProgress()

  shown.say('Accepting and publishing')
  const accepted = await acceptRun(client, run.id)
  await client.call(rosterSchema, 'POST', `/rosters/${draft.id}/publish`, { body: {}, version: accepted.version })
  const grid = await client.call(rosterGrid, 'GET', `/rosters/${draft.id}/grid`)
  const summary = {
    shifts: grid.shifts.length,
    assigned: grid.assignments.length,
    ...grid.score,
    seconds: Math.round(run.elapsedMs ?? 0) / 1000,
  }
  const files = new Map([['summary.json', `${JSON.stringify(summary)}\n`]])
  for (const format of ['csv', 'ics', 'html'])
    files.set(`roster.${format}`, await client.text(`/rosters/${draft.id}/export?format=${format}`))
  return { summary, files }
}
