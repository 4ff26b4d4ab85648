import type * as z from 'zod'
import type { standIn } from '../../api/contract/exchange.ts'
import { muster } from '../endpoints.ts'
import { shiftInWords, type Work, workOf } from './plan.ts'
import { beginOf, dayAfter, dayInWords, type Stage, tried } from './stage.ts'

type StandIn = z.output<typeof standIn>

const shownStandIns = 4
const daysIll = 2

/**
 * Somebody falls ill for the next two days: their shifts are opened, stand-ins are ranked, the best takes each one, and whoever may not or comes
 * too late is told why. Answers what became of it. Errors: ApiError.
 */
export const fallIll = async (
  stage: Stage,
  rosterId: string,
): Promise<{ openAfterSickness: number; stoodIn: number; refused: number }> => {
  const { client, say, today, zone } = stage
  const coming = workOf(await client.call(muster.grid, { id: rosterId })).filter(({ shift }) => shift.day > today)
  const until = dayAfter(today, daysIll)
  const ill = busiest(coming.filter(({ shift }) => shift.day <= until))
  const reported = await client.call(muster.reportAbsence, {
    body: {
      employeeId: ill.employeeId,
      start: beginOf(dayAfter(today), zone),
      end: beginOf(dayAfter(until), zone),
      open: { mode: 'first-come', offerTo: 2 },
    },
  })
  const count = reported.openShifts.length
  say(`${ill.name} is ill from ${dayInWords(dayAfter(today))} to ${dayInWords(until)}: ${count} shifts are opened`)
  const works = new Map(coming.map((work) => [work.shift.id, work]))
  let stoodIn = 0
  let refused = 0
  for (const open of reported.openShifts) {
    const work = works.get(open.shiftId)
    const ranked = (reported.standIns[open.id] ?? []).filter(({ employeeId }) => employeeId !== ill.employeeId)
    const taken = await takeOver(stage, { openId: open.id, work, ranked })
    if (taken.hasStandIn) stoodIn++
    refused += taken.refused
  }
  let left = 0
  for await (const _ of client.each(muster.openShifts, { query: { state: 'open' } })) left++
  say(`${stoodIn} of ${count} shifts have a stand-in; open still: ${left}`)
  return { openAfterSickness: count, stoodIn, refused }
}

/** Whoever has most of the work; the first by name where several have. Throws where there is none. */
const busiest = (work: readonly Work[]): Work => {
  const counted = Map.groupBy(work, ({ employeeId }) => employeeId)
  const [most] = [...counted.values()].sort((a, b) => b.length - a.length || nameIn(a).localeCompare(nameIn(b)))
  const first = most?.[0]
  if (first === undefined) throw new Error('Nobody works in the coming days.')
  return first
}

const nameIn = (work: readonly Work[]): string => work[0]?.name ?? ''

/** The best one takes the shift; before, somebody whom a rule stops asks for it, and after, somebody who comes too late. */
const takeOver = async (
  { client, say }: Stage,
  { openId, work, ranked }: { openId: string; work: Work | undefined; ranked: readonly StandIn[] },
): Promise<{ hasStandIn: boolean; refused: number }> => {
  say(`  ${work ? shiftInWords(work) : 'A shift'}; ${standInsInWords(ranked)}`)
  const [best, second] = ranked.filter(({ isStopped }) => !isStopped)
  const stopped = ranked.find(({ isStopped }) => isStopped)
  let refused = 0
  const askInVain = async (person: StandIn | undefined): Promise<void> => {
    if (person === undefined) return
    const asked = await tried(client.call(muster.claim, { id: openId, body: { employeeId: person.employeeId } }))
    if ('done' in asked) throw new Error(`${person.employeeName} was given a shift that was not to be had.`)
    refused++
    say(`  ${person.employeeName} asks for it and is told: ${asked.refusal}`)
  }
  await askInVain(stopped)
  if (best === undefined) return { hasStandIn: false, refused }
  const claim = await client.call(muster.claim, { id: openId, body: { employeeId: best.employeeId } })
  say(`  ${claim.employeeName} stands in (claim ${claim.state})`)
  await askInVain(second)
  return { hasStandIn: claim.state === 'accepted', refused }
}

const standInsInWords = (ranked: readonly StandIn[]): string => {
  const shown = ranked.slice(0, shownStandIns).map((person) => {
    const [stop] = person.breaches.filter(({ level }) => level === 'hard')
    return `${person.employeeName} (${stop ? `stopped by ${stop.rule}` : `soft cost ${person.delta.soft}`})`
  })
  return shown.length > 0 ? `nearest: ${shown.join(', ')}` : 'nobody comes near'
}
