import { setTimeout as delay } from 'node:timers/promises'
import type * as z from 'zod'
import type { rosterGrid } from '../../api/contract/rostering.ts'
import { Failure } from '../../local/failure.ts'
import { muster } from '../endpoints.ts'
import { dayInWords, hoursInWords, type Stage } from './stage.ts'

type Grid = z.output<typeof rosterGrid>

const pollMs = 250
/** Beyond the run's own time: waiting for its turn, saving. */
const graceMs = 120_000

/** A roster from demand, computed, accepted and published; answers its id. Errors: ApiError, Failure when the run does not complete. */
export const plan = async (stage: Stage, seconds: number): Promise<{ rosterId: string }> => {
  const { client, say, days } = stage
  const [start = stage.today] = days
  const roster = await client.call(muster.addRoster, {
    body: { name: `Week of ${dayInWords(start)}`, start, days: days.length },
  })
  const runId = await computed(stage, roster.id, seconds)
  const proposal = await client.call(muster.proposal, { id: runId })
  const { headsFilled, headsNeeded, paidMinutes } = proposal.after
  say(
    `Proposed: ${headsFilled} of ${headsNeeded} places filled, ${hoursInWords(paidMinutes)}, ${proposal.scoreAfter.hard} hard rules broken`,
  )
  const accepted = await client.call(muster.accept, { id: runId, version: proposal.rosterVersion, body: {} })
  say(`Accepted "${accepted.name}" in whole`)
  const published = await client.call(muster.publish, {
    id: roster.id,
    version: accepted.version,
    body: { message: 'Please look at the market day.' },
  })
  say(`Published; ${published.openHeads} places stay open, soft rules strained in ${published.warnings} places`)
  return { rosterId: roster.id }
}

/** Waits for the queue and the solver; answers the run's id. */
const computed = async ({ client, say }: Stage, rosterId: string, seconds: number): Promise<string> => {
  const { id } = await client.call(muster.startRun, { id: rosterId, body: { seconds, seed: 1 } })
  const givesUpAt = Date.now() + seconds * 1000 + graceMs
  while (Date.now() < givesUpAt) {
    const run = await client.call(muster.run, { id })
    if (run.state === 'completed') {
      say(`Computed within ${seconds} s: ${run.missingHeads ?? 0} places unfilled, soft cost ${run.score?.soft ?? 0}`)
      return id
    }
    if (run.state === 'failed' || run.state === 'cancelled')
      throw new Failure(`The run ended as ${run.state}: ${run.failure ?? 'no reason given'}`)
    await delay(pollMs)
  }
  throw new Failure(`The run did not end within ${seconds} s and ${graceMs / 1000} s of patience.`)
}

/** Assignments with who, what and where, by time. */
export const workOf = (grid: Grid) => {
  const shifts = new Map(grid.shifts.map((shift) => [shift.id, shift]))
  const names = new Map(grid.employees.map(({ id, name }) => [id, name]))
  const siteNames = new Map(grid.sites.map(({ id, name }) => [id, name]))
  return grid.assignments
    .flatMap(({ id, employeeId, shiftId }) => {
      const shift = shifts.get(shiftId)
      if (shift === undefined) return []
      return [{ id, employeeId, name: names.get(employeeId) ?? '', shift, siteName: siteNames.get(shift.siteId) ?? '' }]
    })
    .sort((a, b) => a.shift.start.localeCompare(b.shift.start) || a.name.localeCompare(b.name))
}
export type Work = ReturnType<typeof workOf>[number]

/** "Early on Mon 1 Mar, 06:00 to 14:00, Mill Street". */
export const shiftInWords = ({ shift, siteName }: Work): string =>
  `${shift.name} on ${dayInWords(shift.day)}, ${shift.startTime} to ${shift.endTime}, ${siteName}`
