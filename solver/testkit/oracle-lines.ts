// The oracle's view of one person's line of work, rule by rule, day by day.
import type { Temporal } from 'temporal-polyfill'
import type { Employee, Problem, Request, RuleSetting } from '../model/problem.ts'
import type { Charge, OracleWorld } from './oracle.ts'
import { daysBetween, isBetween, msOf, type OracleItem, timeOfDay } from './oracle-clock.ts'

/** Far enough before the period for every window the tests use. */
const lookBackDays = 120

export function judgeLine(
  world: OracleWorld,
  employee: Employee,
  line: readonly OracleItem[],
  mine: ReadonlySet<string>,
  charge: Charge,
): void {
  const { problem, first } = world
  const days = problem.period.days
  const dayOf = (item: OracleItem) => item.day
  const dateOf = (day: number) => first.add({ days: day })
  const on = (day: number) => line.filter((item) => dayOf(item) === day)
  const bind = (rule: string, day: number) => world.settingsOn(rule, employee, dateOf(Math.min(day, days - 1)))
  const hasHistory = employee.history?.shifts !== undefined

  for (const pin of problem.pins ?? [])
    if (pin.employee === employee.id && !mine.has(pin.shift))
      for (const setting of bind('pinned', dayOf(world.items.get(pin.shift)!))) charge(setting, 1)
  judgeRequests(world, employee, mine, charge, dayOf)
  line.forEach((later, index) => {
    if (dayOf(later) < 0) return
    for (const setting of bind('no-overlap', dayOf(later)))
      for (const earlier of line.slice(0, index))
        charge(setting, collision(earlier, later, travelMinutes(problem, earlier, later, setting)))
    const before = line[index - 1]
    if (before)
      for (const setting of bind('min-rest', dayOf(later))) charge(setting, missingRest(before, later, setting))
    for (const setting of bind('succession', dayOf(later)))
      for (const other of on(dayOf(later) - 1))
        if (
          ((setting.params?.forbidden ?? []) as [string, string][]).some(
            ([a, b]) => other.type === a && later.type === b,
          )
        )
          charge(setting, 1)
  })
  for (let day = 0; day < days; day++) {
    for (const setting of bind('max-shifts-per-day', day))
      charge(setting, Math.max(0, on(day).length - Number(setting.params?.shifts ?? 1)))
    const streak = (holds: (item: OracleItem) => boolean) => {
      let length = 0
      while (on(day - length).some(holds)) length++
      return length
    }
    for (const setting of bind('max-consecutive-days', day))
      if (streak(() => true) > Number(setting.params?.days)) charge(setting, 1)
    for (const setting of bind('max-consecutive-nights', day))
      if (streak((item) => isNight(item, setting.params ?? {})) > Number(setting.params?.nights)) charge(setting, 1)
  }
  judgeRuns(world, employee, (day) => on(day).length > 0, hasHistory, charge)
  judgeSums(world, employee, line, dayOf, hasHistory, charge)
  judgeWeekends(world, employee, line, dayOf, charge)
}

export function isNight(item: OracleItem, params: Readonly<Record<string, unknown>>): boolean {
  if (params.tag !== undefined) return item.tags.includes(String(params.tag))
  return isBetween(item.minuteOfDay, timeOfDay(String(params.from ?? '20:00')), timeOfDay(String(params.to ?? '04:00')))
}

/** What the problem says about the way between two sites, in this direction first; else what the setting says. */
function travelMinutes(problem: Problem, a: OracleItem, b: OracleItem, setting: RuleSetting): number {
  const [from, to] = a.startMs <= b.startMs ? [a.site, b.site] : [b.site, a.site]
  const ways = [...(problem.travelTimes ?? [])].reverse()
  const way =
    ways.find((one) => one.from === from && one.to === to) ?? ways.find((one) => one.from === to && one.to === from)
  return way?.minutes ?? Number(setting.params?.travelMinutes ?? 0)
}

function collision(a: OracleItem, b: OracleItem, travelMinutes: number): number {
  const common = Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs)
  if (common > 0) return common / 60_000
  return a.site === b.site ? 0 : Math.max(0, travelMinutes + common / 60_000)
}

function missingRest(before: OracleItem, after: OracleItem, setting: RuleSetting): number {
  const params = setting.params ?? {}
  if (params.splitShiftAllowed === true && before.date.equals(after.date)) return 0
  const night = { tag: params.nightTag, from: params.nightFrom, to: params.nightTo }
  const due =
    params.afterNightMinutes !== undefined && isNight(before, night) ? params.afterNightMinutes : params.minutes
  return Math.max(0, Number(due) - Math.max(0, (after.startMs - before.endMs) / 60_000))
}

function judgeRequests(
  world: OracleWorld,
  employee: Employee,
  mine: ReadonlySet<string>,
  charge: Charge,
  dayOf: (item: OracleItem) => number,
): void {
  const { problem, first } = world
  const names = (request: Request) =>
    problem.shifts.filter((shift) =>
      request.shift !== undefined
        ? shift.id === request.shift
        : world.items.get(shift.id)!.date.toString() === request.day &&
          (request.type === undefined || shift.type === request.type),
    )
  for (const request of employee.requests ?? []) {
    const wished = names(request)
    const day = wished.length === 0 ? 0 : dayOf(world.items.get(wished[0]!.id)!)
    const works = wished.some((shift) => mine.has(shift.id))
    for (const setting of world.settingsOn(`request-${request.kind}`, employee, first.add({ days: day })))
      if (works === (request.kind === 'off')) charge(setting, request.weight)
  }
}

/** Walks the days one by one and judges a run when it ends. */
function judgeRuns(
  world: OracleWorld,
  employee: Employee,
  works: (day: number) => boolean,
  hasHistory: boolean,
  charge: Charge,
): void {
  const { days } = world.problem.period
  const from = hasHistory ? -lookBackDays : 0
  let start = from
  for (let day = from + 1; day <= days; day++) {
    if (day < days && works(day) === works(start)) continue
    const isWork = works(start)
    const rule = isWork ? 'min-consecutive-days' : 'min-consecutive-days-off'
    const begins = start > from
    if (day >= 0)
      for (const setting of world.settingsOn(rule, employee, world.first.add({ days: Math.max(0, day - 1) }))) {
        const isOpen = setting.params?.borders !== 'closed'
        const isUnknown = (!begins && !hasHistory) || day === days
        const wasFreeForever = !begins && hasHistory && !isWork
        if ((isUnknown && isOpen) || wasFreeForever) continue
        charge(setting, Math.max(0, Number(setting.params?.days) - (day - start)))
      }
    start = day
  }
}

type Sums = (items: readonly OracleItem[]) => number

function judgeSums(
  world: OracleWorld,
  employee: Employee,
  line: readonly OracleItem[],
  dayOf: (item: OracleItem) => number,
  hasHistory: boolean,
  charge: Charge,
): void {
  const { problem, first } = world
  const { days } = problem.period
  /** Calls back with every window of a setting in force, and the items inside. */
  const windows = (
    rule: string,
    wantsComplete: boolean,
    paramsOf: (setting: RuleSetting) => readonly Readonly<Record<string, unknown>>[],
    judge: (setting: RuleSetting, params: Readonly<Record<string, unknown>>, from: number, to: number) => void,
  ) => {
    for (let day = 0; day < days; day++)
      for (const setting of world.settingsOn(rule, employee, first.add({ days: day })))
        for (const params of paramsOf(setting)) {
          const window = windowEnding(world, day, params)
          if (!window) continue
          const isKnown = window.to < days && (window.from >= 0 || hasHistory)
          if (!wantsComplete || isKnown) judge(setting, params, window.from, window.to)
        }
  }
  const inside = (from: number, to: number) => line.filter((item) => dayOf(item) >= from && dayOf(item) <= to)
  const paid: Sums = (items) => items.reduce((sum, item) => sum + item.paid, 0)
  const own = (setting: RuleSetting) => [setting.params ?? {}]
  windows('max-minutes', false, own, (setting, params, from, to) =>
    charge(setting, Math.max(0, paid(inside(from, to)) - Number(params.minutes))),
  )
  windows('min-minutes', true, own, (setting, params, from, to) =>
    charge(setting, Math.max(0, Number(params.minutes) - paid(inside(from, to)))),
  )
  const limitsOf = (setting: RuleSetting) => (setting.params?.limits ?? []) as Record<string, unknown>[]
  windows('max-shifts-of-type', false, limitsOf, (setting, limit, from, to) => {
    const meant = inside(from, to).filter(
      (item) =>
        (limit.type === undefined || item.type === limit.type) &&
        (limit.tag === undefined || item.tags.includes(String(limit.tag))),
    )
    const count = limit.counts === 'days' ? new Set(meant.map(dayOf)).size : meant.length
    charge(setting, Math.max(0, count - Number(limit.max)))
  })
  const withPeriod = (setting: RuleSetting) => [{ period: 'roster', ...setting.params }]
  windows('contract-minutes', true, withPeriod, (setting, params, from, to) => {
    const full = Math.floor((Number(setting.params?.minutes) * (employee.sharePercent ?? 100)) / 100)
    let off = 0
    for (let day = from; day <= to; day++) if (isOff(world, employee, first.add({ days: day }))) off++
    const due = full - Math.floor((full * off) / (to - from + 1))
    charge(setting, Math.max(0, Math.abs(paid(inside(from, to)) - due) - Number(params.toleranceMinutes ?? 0)))
  })
}

/** The window of a period that has its last day inside the roster on `day`; null when none ends there. */
export function windowEnding(
  world: OracleWorld,
  day: number,
  params: Readonly<Record<string, unknown>>,
): { from: number; to: number } | null {
  const { period } = world.problem
  const last = period.days - 1
  const date = world.first.add({ days: day })
  if (params.period === 'rolling') return { from: day - Number(params.days) + 1, to: day }
  if (params.period === 'day') return { from: day, to: day }
  if (params.period === 'roster') return day === last ? { from: 0, to: last } : null
  const [from, to] =
    params.period === 'month'
      ? [date.with({ day: 1 }), date.with({ day: date.daysInMonth })]
      : [
          date.subtract({ days: (date.dayOfWeek - (period.weekStart ?? 1) + 7) % 7 }),
          date.add({ days: 6 - ((date.dayOfWeek - (period.weekStart ?? 1) + 7) % 7) }),
        ]
  const window = { from: daysBetween(world.first, from), to: daysBetween(world.first, to) }
  return day === Math.min(window.to, last) ? window : null
}

function isOff(world: OracleWorld, employee: Employee, date: Temporal.PlainDate): boolean {
  const zone = world.problem.period.zone
  const begins = date.toZonedDateTime({ timeZone: zone }).epochMilliseconds
  const ends = date.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds
  return (employee.unavailable ?? []).some(
    (span) => span.kind === 'time-off' && msOf(span.start) <= begins && msOf(span.end) >= ends,
  )
}

function judgeWeekends(
  world: OracleWorld,
  employee: Employee,
  line: readonly OracleItem[],
  dayOf: (item: OracleItem) => number,
  charge: Charge,
): void {
  const { first, problem } = world
  const { days } = problem.period
  const anchors = new Map<string, number>()
  for (let day = 0; day < days; day++) {
    anchors.set('roster', days - 1)
    anchors.set(first.add({ days: day }).toPlainYearMonth().toString(), day)
  }
  for (const [period, anchor] of anchors)
    for (const setting of world.settingsOn('max-weekends', employee, first.add({ days: anchor }))) {
      const kind = String(setting.params?.period ?? 'roster')
      if ((kind === 'roster') !== (period === 'roster')) continue
      const weekdays = (setting.params?.weekdays ?? [6, 7]) as number[]
      const mondays = new Set<string>()
      for (const item of line) {
        if (!weekdays.includes(item.date.dayOfWeek)) continue
        const monday = item.date.subtract({ days: item.date.dayOfWeek - 1 })
        const end = Math.min(daysBetween(first, monday.add({ days: Math.max(...weekdays) - 1 })), days - 1)
        const belongs = kind === 'roster' ? end >= 0 : first.add({ days: end }).toPlainYearMonth().toString() === period
        if (belongs && dayOf(item) < days) mondays.add(monday.toString())
      }
      charge(setting, Math.max(0, mondays.size - Number(setting.params?.weekends)))
    }
}
