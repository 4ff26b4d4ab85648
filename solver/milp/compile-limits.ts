// Rules about a person's line that pricing knows, read into limits. A rule, level or parameter that is not here makes the
// engine say that it cannot express the rule.
import type { Frame } from '../model/frame.ts'
import type { Level } from '../model/problem.ts'
import type { Rule, RuleUses } from '../rules/kit/define-rule.ts'
import { requestedShifts } from '../rules/kit/wishes.ts'
import type { RunBefore } from './line-past.ts'

export interface LineLimits {
  minutesMin: number
  minutesMax: number
  runMin: number
  runMax: number
  offMin: number
  weekendsMax: number
  shiftsPerDay: number
  /** Most shifts by type index. */
  typesMax: Map<number, number>
  constant: number
  /** Days before the period; undefined where the past is unknown. */
  before: RunBefore | undefined
  /** Shifts that the past forbids. */
  closed: Set<number>
  /** Cost by shift that comes from requests. */
  wishes: Map<number, number>
  /** Rules that compare the shifts of two days; equal `profile`, equal settings. */
  pairRules: { rule: Rule; uses: RuleUses<unknown> }[]
  profile: string
}

export function emptyLimits(days: number): LineLimits {
  return {
    minutesMin: 0,
    minutesMax: days * 1440,
    runMin: 1,
    runMax: days,
    offMin: 1,
    weekendsMax: days,
    shiftsPerDay: days,
    typesMax: new Map(),
    constant: 0,
    before: undefined,
    closed: new Set(),
    wishes: new Map(),
    pairRules: [],
    profile: '',
  }
}

type Params = Readonly<Record<string, unknown>>

/** Reads the uses of a line rule at one level into everybody's limits. False when pricing cannot express them. */
export function addLineRule(
  frame: Frame,
  rule: Rule,
  uses: RuleUses<unknown>,
  level: Level,
  limits: readonly LineLimits[],
): boolean {
  for (const [p, limit] of limits.entries())
    for (const { use, fromDay, untilDay } of uses.people[p]!) {
      if (fromDay > 0 || untilDay < frame.days) return false
      if (rule.id === 'request-on' || rule.id === 'request-off') {
        if (level === 'hard') return false
        addWishes(frame, p, rule.id === 'request-on' ? 'on' : 'off', use.weight * (level === 'medium' ? 1e4 : 1), limit)
      } else if (level !== 'hard' || !addHard(frame, rule, use.params as Params, limit)) return false
      else if (pairwise.has(rule.id)) {
        limit.pairRules.push({ rule, uses })
        limit.profile += JSON.stringify([rule.id, use])
      }
    }
  return true
}

/** Rules that only compare a shift with the next one; read through their specs. */
const pairwise = new Set(['no-overlap', 'min-rest', 'succession'])

function addHard(frame: Frame, rule: Rule, params: Params, limit: LineLimits): boolean {
  const number = (name: string) => Number(params[name])
  switch (rule.id) {
    case 'no-overlap':
    case 'min-rest':
    case 'succession':
      return true
    case 'max-shifts-per-day':
      limit.shiftsPerDay = Math.min(limit.shiftsPerDay, number('shifts'))
      return true
    case 'max-minutes':
      limit.minutesMax = Math.min(limit.minutesMax, number('minutes'))
      return params.period === 'roster'
    case 'min-minutes':
      limit.minutesMin = Math.max(limit.minutesMin, number('minutes'))
      return params.period === 'roster'
    case 'max-consecutive-days':
      limit.runMax = Math.min(limit.runMax, number('days'))
      return true
    case 'min-consecutive-days':
      limit.runMin = Math.max(limit.runMin, number('days'))
      return params.borders === 'open'
    case 'min-consecutive-days-off':
      limit.offMin = Math.max(limit.offMin, number('days'))
      return params.borders === 'open'
    case 'max-weekends':
      limit.weekendsMax = Math.min(limit.weekendsMax, number('weekends'))
      return params.period === 'roster' && JSON.stringify(params.weekdays) === '[6,7]'
    case 'max-shifts-of-type':
      return (params.limits as Params[]).every((entry) => {
        const type = frame.problem.shiftTypes.findIndex(({ id }) => id === entry.type)
        if (type < 0 || entry.period !== 'roster') return false
        limit.typesMax.set(type, Math.min(limit.typesMax.get(type) ?? frame.days, Number(entry.max)))
        return true
      })
    default:
      return false
  }
}

/** A wish for a shift costs its weight on every line but those that work it. */
function addWishes(frame: Frame, p: number, kind: 'on' | 'off', weight: number, limit: LineLimits): void {
  for (const request of frame.problem.employees[p]!.requests ?? []) {
    if (request.kind !== kind) continue
    const size = request.weight * weight
    if (kind === 'on') limit.constant += size
    for (const shift of requestedShifts(frame, request))
      limit.wishes.set(shift, (limit.wishes.get(shift) ?? 0) + (kind === 'on' ? -size : size))
  }
}
