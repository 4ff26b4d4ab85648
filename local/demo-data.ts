// The demo: one user with two organisations made of examples/, over the real HTTP API.
import * as z from 'zod'
import { activateRequest } from '../api/contract/me.ts'
import { runSchema } from '../api/contract/rostering.ts'
import { ApiClient } from './api-client.ts'
import { type ExampleName, importExample, readExampleSettings } from './example-import.ts'
import { acceptRun, ensureRoster, startRun, watchRun } from './example-run.ts'

/** The demo's sign-in. It exists on this machine alone; the server listens on 127.0.0.1. */
export const demoAccount = { name: 'Demo Planner', email: 'demo@muster.example', password: 'muster-demo' }

interface DemoProgress {
  /** What is being done, for people. */
  label: string
  /** Between 0 and 1, while the first roster is computed. */
  share?: number
}

export interface DemoOptions {
  onProgress?: (progress: DemoProgress) => void
  /** Search time of the first roster; 15 unless given. */
  seconds?: number
}

const defaultSeconds = 15

/**
 * Fills an instance with the demo: the hospital with a computed draft, the security company with an open roster to try Generate
 * on. What is there stays, so it may be run again, also after it was interrupted. Errors: Failure with one sentence.
 */
export const fillDemo = async (url: string, options: DemoOptions = {}): Promise<typeof demoAccount> => {
  const say = options.onProgress ?? (() => undefined)
  const client = new ApiClient(url)
  await client.signIn(demoAccount)
  say({ label: 'Importing the security company' })
  await openExample(client, 'security')
  say({ label: 'Importing the hospital' })
  const { orgId, roster } = await openExample(client, 'hospital')
  await client.call(activateRequest, 'POST', '/organisation/activate', { body: { organisationId: orgId } })
  const runs = await client.call(z.array(runSchema), 'GET', `/rosters/${roster.id}/runs`)
  if (roster.state !== 'draft' || runs.some(({ decision }) => decision !== 'none')) return demoAccount

  say({ label: 'Computing its first roster', share: 0 })
  // An interrupted start may have left a run at work, or one that nobody has accepted.
  const left = runs.find(({ state }) => state === 'queued' || state === 'running' || state === 'completed')
  const run = left ?? (await startRun(client, roster.id, { seconds: options.seconds ?? defaultSeconds, seed: 1 }))
  const { id } = await watchRun(client, run, ({ atMs, missingHeads, hardBreaches, score }) =>
    say({
      label: `${missingHeads} heads unfilled, ${hardBreaches} hard rules broken, soft cost ${score?.soft ?? '–'}`,
      share: Math.min(1, atMs / (run.seconds * 1000)),
    }),
  )
  await acceptRun(client, id)
  say({ label: 'The first roster is ready', share: 1 })
  return demoAccount
}

const openExample = async (client: ApiClient, example: ExampleName) => {
  const orgId = await importExample(client, example)
  const { name, period } = readExampleSettings(example)
  return { orgId, roster: await ensureRoster(client, { name, ...period }) }
}
