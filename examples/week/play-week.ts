import { Temporal } from 'temporal-polyfill'
import { muster } from '../endpoints.ts'
import { organisation } from './bakery.ts'
import { confirmRoster, pressKiosk } from './be-there.ts'
import { fallIll } from './fall-ill.ts'
import { foundOrganisation } from './found-organisation.ts'
import { hire } from './hire.ts'
import { pay } from './pay.ts'
import { plan } from './plan.ts'
import { planAround } from './plan-around.ts'
import { dayInWords, hoursInWords, moneyInWords, type Stage, weekAround } from './stage.ts'
import { swapShifts } from './swap-shifts.ts'
import { workShifts } from './work-shifts.ts'

export interface WeekSummary {
  people: number
  /** Leave that was granted. */
  leaveMinutes: number
  /** How often a wish of every week holds in this one. */
  wishes: number
  /** Papers that end within 30 days. */
  expiring: number
  /** People who confirmed the published roster, and who did not yet. */
  confirmed: number
  unconfirmed: number
  shifts: number
  assigned: number
  /** Hard rules broken at the end; 0 unless a rule was not asked. */
  hard: number
  openAfterSickness: number
  stoodIn: number
  swaps: number
  /** Claims and trades that the rules, or somebody faster, stood against. */
  refused: number
  /** Shifts that were clocked, and the time they took, corrected, rounded and without breaks. */
  entries: number
  workedMinutes: number
  /** How the clock stands for who came in at the kiosk. */
  kiosk: string
  timesheets: number
  payrollLines: number
  /** What the payroll file adds up to, in cents. */
  payrollMinor: number
  /** Shifts without enough people at the end. */
  open: number
}

/** Comes in by the kiosk. */
const kioskNumber = '108'

/**
 * One organisation's week over HTTP at `url`, by an API key: hire, leave, wishes, plan, publish, confirm, sickness, stand-ins, a trade, the clock, pay. `say` hears
 * the account, a line a step. The roster lies around today, because shifts can be traded only before and worked only after they begin.
 * Errors: ApiError or Failure with the sentence of the step that was refused.
 */
export const playWeek = async (url: string, seconds: number, say: (line: string) => void): Promise<WeekSummary> => {
  const client = await foundOrganisation(url)
  say(`${organisation.name} is founded, and a key is made: all that follows is done with it`)
  const { zone } = organisation
  const stage: Stage = { client, say, zone, ...weekAround(Temporal.Now.instant(), zone) }
  const { people } = await hire(stage)
  const before = await planAround(stage)
  const { rosterId } = await plan(stage, seconds)
  const seen = await confirmRoster(stage, rosterId)
  const illness = await fallIll(stage, rosterId)
  const trade = await swapShifts(stage, rosterId)
  const { workers, ...worked } = await workShifts(stage, rosterId)
  const door = await pressKiosk(stage, kioskNumber)
  const paid = await pay(stage, workers)
  const open = await showDashboard(stage)
  const { shifts, assignments, score } = await client.call(muster.grid, { id: rosterId })
  return {
    people,
    ...before,
    ...seen,
    shifts: shifts.length,
    assigned: assignments.length,
    hard: score.hard,
    openAfterSickness: illness.openAfterSickness,
    stoodIn: illness.stoodIn,
    swaps: trade.swaps,
    refused: illness.refused + trade.refused,
    ...worked,
    ...door,
    ...paid,
    open,
  }
}

/** Tells how the week stands; answers the shifts that lack somebody. */
const showDashboard = async ({ client, say, days, today }: Stage): Promise<number> => {
  const [from = today] = days
  const to = days.at(-1) ?? today
  const { cover, open, hours, cost, fairness } = await client.call(muster.dashboard, { query: { from, to } })
  const pay = cost === null ? '' : `, ${moneyInWords(cost.plannedMinor, cost.currency)} in pay`
  say(
    `From ${dayInWords(from)} to ${dayInWords(to)}: ${cover.percent ?? 100} % of places filled, ${open.shifts} shifts open, ${hoursInWords(hours.minutes)} for ${hours.people} people${pay}, fairness ${fairness.percent ?? 100} %`,
  )
  return open.shifts
}
