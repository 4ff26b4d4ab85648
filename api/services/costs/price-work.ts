// What work costs, planned or done, by the engine's own pricing: rates by day, overtime, premiums. Pure.
import { payLines } from '../../../solver/index.ts'
import type { Employee, Problem, RuleSetting } from '../../../solver/model/problem.ts'
import { addDays, daysBetween, toInstant } from '../rosters/local-time.ts'

/** One piece of work of one person: an assignment, or an entry of the clock. */
export type Work = {
  employeeId: string
  employeeName: string
  siteId: string | null
  shiftTypeId: string | null
  /** Local day it is counted on. */
  day: string
  startsAt: Date
  endsAt: Date
  minutes: number
}
type Held = { contractId: string; validFrom: string; validUntil: string | null; rateMinor: number | null }
/** What pay depends on besides the work. */
export type PayTerms = {
  weekStart: number
  zone: string
  rules: readonly RuleSetting[]
  contracts: readonly { id: string; name: string; rules: readonly RuleSetting[] }[]
  sites: readonly { id: string; name: string; zone: string }[]
  shiftTypes: readonly { id: string; name: string; premiumPercent: number }[]
  holidays: readonly { day: string; siteId: string | null }[]
  /** By employee. */
  held: ReadonlyMap<string, readonly Held[]>
}
export type PricedWork = Work & { payMinor: number }

const isPay = ({ rule }: RuleSetting) => rule === 'labour-cost'
const noSite = 'no-site'

const heldOn = (held: readonly Held[], day: string): number =>
  held.findIndex(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))

/**
 * Each piece with its pay in minor units. A contract ends a person's rate, so the weeks before and after a change of contract are
 * counted apart; `work` should reach back to the first day of a week, or overtime of that week is not known.
 */
export const priceWork = (terms: PayTerms, work: readonly Work[]): PricedWork[] => {
  if (work.length === 0) return []
  const people = new Map<string, Employee>()
  const items = work.map((piece, at) => {
    const held = terms.held.get(piece.employeeId) ?? []
    const index = heldOn(held, piece.day)
    const id = `${piece.employeeId}/${index}`
    people.set(id, people.get(id) ?? personOf(id, piece.employeeName, held[index]))
    return { piece, shift: `work-${at}`, employee: id }
  })
  const starts = work.map(({ startsAt }) => startsAt.getTime())
  // Local days differ from those of UTC by one at most, and weeks begin up to six days before.
  const start = addDays(new Date(Math.min(...starts)).toISOString().slice(0, 10), -1)
  const end = addDays(new Date(Math.max(...starts)).toISOString().slice(0, 10), 1)
  const typeIds = new Set(terms.shiftTypes.map(({ id }) => id))
  const problem: Problem = {
    format: 'muster-problem/1',
    name: 'pay',
    period: { start, days: daysBetween(start, end) + 1, weekStart: terms.weekStart, zone: terms.zone },
    sites: [...terms.sites, { id: noSite, name: noSite, zone: terms.zone }],
    skills: [],
    shiftTypes: terms.shiftTypes,
    contracts: terms.contracts.map(({ rules, ...contract }) => ({ ...contract, rules: rules.filter(isPay) })),
    employees: [...people.values()],
    shifts: items.map(({ piece, shift }) => ({
      id: shift,
      site: piece.siteId ?? noSite,
      ...(piece.shiftTypeId !== null && typeIds.has(piece.shiftTypeId) && { type: piece.shiftTypeId }),
      start: toInstant(piece.startsAt),
      end: toInstant(piece.endsAt),
      paidMinutes: piece.minutes,
      heads: { min: 1 },
    })),
    rules: terms.rules.filter(isPay),
    holidays: terms.holidays.map(({ day, siteId }) => ({ day, ...(siteId !== null && { site: siteId }) })),
  }
  const assignments = items.map(({ employee, shift }) => ({ employee, shift }))
  const pay = new Map(payLines(problem, { assignments }).map(({ shift, payMinor }) => [shift, payMinor]))
  return items.map(({ piece, shift }) => ({ ...piece, payMinor: pay.get(shift) ?? 0 }))
}

const personOf = (id: string, name: string, held: Held | undefined): Employee => ({
  id,
  name,
  ...(held && {
    contracts: [
      { contract: held.contractId, from: held.validFrom, ...(held.validUntil !== null && { until: held.validUntil }) },
    ],
    ...(held.rateMinor !== null && { rateMinor: held.rateMinor }),
  }),
})
