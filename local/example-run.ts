import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { proposalSchema, rosterSchema, runProgress, runSchema } from '../api/contract/rostering.ts'
import type { ApiClient } from './api-client.ts'
import { Failure } from './failure.ts'

type Roster = z.output<typeof rosterSchema>
type Run = z.output<typeof runSchema>
export type RunPoint = z.output<typeof runProgress>['points'][number]

const pollMs = 200
/** Beyond the run's own time: waiting for its turn, saving. */
const graceMs = 120_000

/** The organisation's roster of a period: the one that is there, else a new one with its shifts opened from demand. */
export const ensureRoster = async (
  client: ApiClient,
  wanted: { name: string; start: string; days: number },
): Promise<Roster> => {
  const rosters = await client.call(z.array(rosterSchema), 'GET', '/rosters?limit=500')
  const known = rosters.find(({ start, days }) => start === wanted.start && days === wanted.days)
  return known ?? client.call(rosterSchema, 'POST', '/rosters', { body: wanted })
}

/** Asks for a run; answers it as it waits. Errors: Refusal, also while another run of the roster is at work. */
export const startRun = (
  client: ApiClient,
  rosterId: string,
  options: { seconds: number; seed: number },
): Promise<Run> => client.call(runSchema, 'POST', `/rosters/${rosterId}/runs`, { body: options })

/**
 * Waits for a run's end; `onPoint` hears each point of its curve once. Errors: Failure with the run's own reason when it does
 * not complete.
 */
export const watchRun = async (
  client: ApiClient,
  { id, seconds }: Run,
  onPoint: (point: RunPoint) => void = () => undefined,
): Promise<Run> => {
  const givesUpAt = Date.now() + seconds * 1000 + graceMs
  for (let after = -1; Date.now() < givesUpAt; ) {
    const { run, points } = await client.call(runProgress, 'GET', `/runs/${id}/progress?after=${after}`)
    for (const point of points) {
      onPoint(point)
      after = Math.max(after, point.seq)
    }
    if (run.state === 'completed') return run
    if (run.state === 'failed' || run.state === 'cancelled') {
      throw new Failure(`The run ended as ${run.state}: ${run.failure ?? 'no reason given'}`)
    }
    await delay(pollMs)
  }
  throw new Failure(
    `The run did not end within ${seconds} s and ${graceMs / 1000} s of patience: see the solver's log.`,
  )
}

/** Takes all of a run's proposal into the roster. */
export const acceptRun = async (client: ApiClient, runId: string): Promise<Roster> => {
  const { rosterVersion } = await client.call(proposalSchema, 'GET', `/runs/${runId}/proposal`)
  return client.call(rosterSchema, 'POST', `/runs/${runId}/accept`, { body: { all: true }, version: rosterVersion })
}
