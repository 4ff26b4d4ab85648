import { Temporal } from 'temporal-polyfill'
import { muster } from '../endpoints.ts'
import { shiftInWords, type Work, workOf } from './plan.ts'
import { dayAfter, dayInWords, hoursInWords, type Stage } from './stage.ts'

const breakAfterMinutes = 240
const breakMinutes = 30
/** One person comes late once, and one forgets to say that they stayed longer. */
const lateMinutes = 25
const stayedMinutes = 30

/**
 * The shifts of the days that are over, clocked in and out for each person, breaks too; one of them is corrected, and planned is held against
 * worked. Answers the worked minutes after rounding, and who worked. Errors: ApiError.
 */
export const workShifts = async (
  stage: Stage,
  rosterId: string,
): Promise<{ workedMinutes: number; entries: number; workers: string[] }> => {
  const { client, say, today, days } = stage
  const worked = workOf(await client.call(muster.grid, { id: rosterId })).filter(({ shift }) => shift.day < today)
  for (const [index, work] of worked.entries()) await clock(stage, work, index === 1 ? lateMinutes : -3)
  say(`The clock: ${worked.length} shifts worked before ${dayInWords(today)}, each with a break`)
  const [first = today] = days
  const span = { from: first, to: dayAfter(today, -1) }
  await correct(stage, span, worked.at(-1))
  let workedMinutes = 0
  let plannedMinutes = 0
  let late = 0
  for await (const row of client.each(muster.comparison, { query: span })) {
    workedMinutes += row.workedMinutes
    plannedMinutes += row.plannedMinutes
    if (row.isLate) late++
    if (row.isLate) say(`  ${row.employeeName} came late on ${dayInWords(row.day)}: ${inWords(row)}`)
  }
  say(`Worked ${inWords({ workedMinutes, plannedMinutes })}; late: ${late}`)
  return { workedMinutes, entries: worked.length, workers: [...new Set(worked.map(({ employeeId }) => employeeId))] }
}

const inWords = ({ workedMinutes, plannedMinutes }: { workedMinutes: number; plannedMinutes: number }): string =>
  `${hoursInWords(workedMinutes)} of ${hoursInWords(plannedMinutes)} planned`

const clock = async ({ client }: Stage, { employeeId, shift }: Work, cameMinutes: number): Promise<void> => {
  const start = Temporal.Instant.from(shift.start)
  const pause = start.add({ minutes: breakAfterMinutes })
  const presses = [
    ['in', start.add({ minutes: cameMinutes })],
    ['break-start', pause],
    ['break-end', pause.add({ minutes: breakMinutes })],
    ['out', Temporal.Instant.from(shift.end)],
  ] as const
  for (const [kind, at] of presses)
    await client.call(muster.pressClock, { body: { kind, employeeId, at: at.toString(), siteId: shift.siteId } })
}

/** The last one stayed longer than the clock says: asked for, and approved. */
const correct = async (
  { client, say }: Stage,
  span: { from: string; to: string },
  work: Work | undefined,
): Promise<void> => {
  if (work === undefined) return
  const { employeeId, shift, name } = work
  for await (const entry of client.each(muster.timeEntries, { query: { ...span, employeeId } })) {
    if (entry.shiftId !== shift.id || entry.end === null) continue
    const end = Temporal.Instant.from(entry.end).add({ minutes: stayedMinutes }).toString()
    const { id, version } = await client.call(muster.askForCorrection, {
      body: { entryId: entry.id, employeeId, start: entry.start, end, breakMinutes, reason: 'The delivery came late' },
    })
    await client.call(muster.decideCorrection, { id, version, body: { accept: true } })
    say(`  ${name} stayed ${stayedMinutes} minutes longer for ${shiftInWords(work)}: corrected and approved`)
  }
}
