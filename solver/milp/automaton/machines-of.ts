// Which machines, and which costs of all minutes, a setting means for a person. What is not here cannot be read line by line.
import type { Frame } from '../../model/frame.ts'
import { absenceCredit, absentDays, contractedMinutes } from '../../rules/kit/contract-share.ts'
import type { PersonUse } from '../../rules/kit/define-rule.ts'
import { isNight, type NightParams } from '../../rules/kit/nights.ts'
import { type PeriodTable, periodTable } from '../../rules/kit/periods.ts'
import type { RunMinimumParams } from '../../rules/kit/run-minimum.ts'
import { isSelected, type Selector } from '../../rules/kit/values.ts'
import { judgedWindows, type WindowParams } from '../../rules/kit/windows.ts'
import { type LevelFactors, type LineMachine, type Price, priceOf } from './line-machine.ts'
import { LongRests } from './rest-machine.ts'
import { FreeAfterNights, LongestRun, ShortestRun } from './run-machines.ts'
import { PeriodSum, RollingSum, type Summed } from './sum-machines.ts'
import { WeekendCount, WholeWeekends } from './weekend-machines.ts'

/** A cost of all paid minutes of the roster. */
type MinutesCost = (minutes: number) => number

export interface LineReading {
  machines: LineMachine[]
  minutesCosts: MinutesCost[]
}

type Limit = WindowParams & Selector & { counts: 'shifts' | 'days'; min?: number; max?: number }

/** Adds what the setting means to `reading`; false when it cannot be said of a line day by day. */
export function readSetting(
  frame: Frame,
  employee: number,
  held: PersonUse<unknown>,
  factors: LevelFactors,
  reading: LineReading,
): boolean {
  const price = priceOf(held.use, factors)
  const hasHistory = frame.hasHistory[employee]!
  const params = held.use.params as Record<string, never>
  const add = (machine: LineMachine) => {
    reading.machines.push(machine)
    return true
  }
  const night = (item: number) => isNight(frame, item, params as unknown as NightParams)
  switch (held.use.rule) {
    case 'max-consecutive-days':
      return add(new LongestRun(held, params.days!, price, () => true))
    case 'max-consecutive-nights':
      return add(new LongestRun(held, params.nights!, price, night))
    case 'min-days-off-after-nights':
      return add(new FreeAfterNights(held as PersonUse<{ days: number; nightsMin: number }>, price, night))
    case 'min-consecutive-days':
    case 'min-consecutive-days-off': {
      const ofWork = held.use.rule === 'min-consecutive-days'
      return add(new ShortestRun(frame, held as PersonUse<RunMinimumParams>, price, { ofWork, hasHistory }))
    }
    case 'max-weekends':
      return add(new WeekendCount(frame, held as never, price))
    case 'complete-weekend':
      return add(new WholeWeekends(frame, held as never, price, hasHistory))
    case 'weekly-rest': {
      if (held.use.level !== 'hard') return false
      const { minutes, period, days } = held.use.params as { minutes: number; period: 'rolling' | 'week'; days: number }
      const window: WindowParams = period === 'week' ? { period } : { period, days }
      return add(new LongRests(frame, minutes, judgedWindows(frame, window, employee, held, true)))
    }
    case 'max-minutes':
    case 'min-minutes': {
      const window = held.use.params as WindowParams & { minutes: number }
      return addSum(frame, employee, held, minutesLimit(held, window.minutes, price), window, reading)
    }
    case 'contract-minutes': {
      const window = held.use.params as WindowParams
      return addSum(frame, employee, held, contractSum(frame, employee, held, price), window, reading)
    }
    case 'max-shifts-of-type':
    case 'min-shifts-of-type':
      return (held.use.params as { limits: readonly Limit[] }).limits.every((limit, index) =>
        addSum(frame, employee, held, countLimit(frame, held, index, limit, price), limit, reading),
      )
    default:
      return false
  }
}

/** A sum without the days on which it holds; `valueOf` is missing where paid minutes are summed. */
type Costs = Omit<Summed, 'fromDay' | 'untilDay' | 'valueOf'> & { valueOf: Summed['valueOf'] | undefined }

function minutesLimit(held: PersonUse<unknown>, bound: number, price: Price): Costs {
  const isMin = held.use.rule === 'min-minutes'
  return {
    key: JSON.stringify(held),
    valueOf: undefined,
    countsDays: false,
    costOf: (sum) => price(Math.max(0, isMin ? bound - sum : sum - bound)),
    risesOnly: !isMin && held.use.level === 'hard',
    enough: isMin ? bound : Number.POSITIVE_INFINITY,
    wantsComplete: isMin,
  }
}

function contractSum(frame: Frame, employee: number, held: PersonUse<unknown>, price: Price): Costs {
  const { minutes, toleranceMinutes } = held.use.params as { minutes: number; toleranceMinutes: number }
  const full = contractedMinutes(frame, employee, minutes)
  const absent = absentDays(frame, employee)
  return {
    key: JSON.stringify([held, full, [...absent]]),
    valueOf: undefined,
    countsDays: false,
    costOf: (sum, first, last) =>
      price(Math.max(0, Math.abs(sum - (full - absenceCredit(full, absent, first, last))) - toleranceMinutes)),
    risesOnly: false,
    enough: Number.POSITIVE_INFINITY,
    wantsComplete: true,
  }
}

function countLimit(frame: Frame, held: PersonUse<unknown>, index: number, limit: Limit, price: Price): Costs {
  const { min, max } = limit
  return {
    key: JSON.stringify([held, index]),
    valueOf: (item) => (isSelected(frame, item, limit) ? 1 : 0),
    countsDays: limit.counts === 'days',
    costOf: (sum) => price(Math.max(0, (min ?? 0) - sum, sum - (max ?? sum))),
    risesOnly: max !== undefined && held.use.level === 'hard',
    enough: min ?? Number.POSITIVE_INFINITY,
    wantsComplete: min !== undefined,
  }
}

/** Sums over the whole roster of all minutes become costs of minutes, the others machines. */
function addSum(
  frame: Frame,
  employee: number,
  held: PersonUse<unknown>,
  costs: Costs,
  window: WindowParams,
  reading: LineReading,
): boolean {
  const { fromDay, untilDay } = held
  const paid = (item: number) => frame.paidMinutes[item]!
  const summed: Summed = { ...costs, valueOf: costs.valueOf ?? paid, fromDay, untilDay }
  if (window.period === 'rolling') {
    if (window.days! > frame.days && summed.risesOnly && fits(frame, employee, summed)) return true
    reading.machines.push(new RollingSum(summed, window.days!, frame.hasHistory[employee]!))
    return true
  }
  const table = tableOf(frame, window.period)
  if (!costs.valueOf && window.period === 'roster') {
    if (Math.min(frame.days, untilDay) < frame.days || fromDay >= frame.days) return true
    reading.minutesCosts.push((minutes) => summed.costOf(minutes, 0, frame.days - 1))
    return true
  }
  reading.machines.push(new PeriodSum(frame, summed, table, tablePastDays, employee))
  return true
}

/** Whether no line can come near the limit, its past included. */
function fits(frame: Frame, employee: number, summed: Summed): boolean {
  const most = new Float64Array(frame.days)
  for (let shift = 0; shift < frame.shiftCount; shift++) {
    const day = frame.day[shift]!
    most[day] = Math.max(most[day]!, summed.valueOf(shift))
  }
  const past = frame.past[employee]!.reduce((sum, item) => sum + summed.valueOf(item), 0)
  return summed.costOf(past + most.reduce((a, b) => a + b, 0), 0, 0) === 0
}

/** Weeks and months reach no further back. */
const tablePastDays = 31
const tables = new WeakMap<Frame, Map<string, PeriodTable>>()

function tableOf(frame: Frame, kind: 'day' | 'week' | 'month' | 'roster'): PeriodTable {
  const known = tables.get(frame) ?? new Map<string, PeriodTable>()
  tables.set(frame, known)
  const table = known.get(kind) ?? periodTable(frame, kind, tablePastDays)
  known.set(kind, table)
  return table
}
