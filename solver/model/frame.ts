// A problem with its names turned into indices and its instants into minutes and local days. Made once a problem and
// shared by specs, trackers and doors. An item is a shift (index below shiftCount) or a past shift (from there on).
import type { Problem, Shift } from './problem.ts'
import { parseDate, parseInstant, ZoneClock } from './time.ts'

export interface Frame {
  problem: Problem
  days: number
  /** First local day, in days since 1970-01-01. */
  firstDay: number
  weekStart: number
  employeeCount: number
  shiftCount: number
  itemCount: number
  employeeIndex: ReadonlyMap<string, number>
  shiftIndex: ReadonlyMap<string, number>
  /** By item: minutes since 1970-01-01T00:00Z. */
  start: Int32Array
  end: Int32Array
  paidMinutes: Int32Array
  /** By item: local day of the start, counted from the period's first; negative in the past. */
  day: Int32Array
  /** By item: minutes of the wall clock at the start. */
  startMinuteOfDay: Int32Array
  /** By item: indices into shiftTypes and sites, -1 when it has none. */
  type: Int32Array
  site: Int32Array
  /** By item: the tags of the shift and of its type. */
  tags: readonly (readonly string[])[]
  /** By employee: past items, earliest first. */
  past: readonly (readonly number[])[]
  /** By employee: whether the past is known (even when nothing was worked in it). */
  hasHistory: readonly boolean[]
  /** By site; the last one is the period's own. */
  clocks: readonly ZoneClock[]
  /** Ids of the pinned assignments by employee, as shift indices. */
  pins: readonly (readonly number[])[]
}

const frames = new WeakMap<Problem, Frame>()

/** The frame of a valid problem (see validateProblem); kept as long as the problem object lives. A problem is frozen: change a copy. */
export function frameOf(problem: Problem): Frame {
  const known = frames.get(problem)
  if (known) return known
  const frame = buildFrame(problem)
  frames.set(problem, frame)
  return frame
}

/** Minutes counted and paid: as said, or the length without the break. */
function paidMinutesOf(shift: Shift, lengthMinutes: number): number {
  return shift.paidMinutes ?? Math.max(0, lengthMinutes - (shift.breakMinutes ?? 0))
}

function instant(text: string): number {
  const minutes = parseInstant(text)
  if (minutes === null) throw new Error(`"${text}" is no instant; validate the problem first.`)
  return minutes
}

function buildFrame(problem: Problem): Frame {
  const { shifts, employees, period } = problem
  const firstDay = parseDate(period.start) ?? 0
  const pastOf = employees.map((employee) => employee.history?.shifts ?? [])
  const shiftCount = shifts.length
  const itemCount = shiftCount + pastOf.reduce((sum, list) => sum + list.length, 0)
  const start = new Int32Array(itemCount)
  const end = new Int32Array(itemCount)
  const fromMinutes = (firstDay - 400) * 1440
  const toMinutes = (firstDay + period.days + 3) * 1440
  const byZone = new Map<string, ZoneClock>()
  const clockOf = (zone: string) => {
    const clock = byZone.get(zone) ?? new ZoneClock(zone, fromMinutes, toMinutes)
    byZone.set(zone, clock)
    return clock
  }
  const clocks = [...problem.sites.map((site) => clockOf(site.zone)), clockOf(period.zone)]
  const siteIndex = new Map(problem.sites.map((site, index) => [site.id, index]))
  const typeIndex = new Map(problem.shiftTypes.map((type, index) => [type.id, index]))
  const paidMinutes = new Int32Array(itemCount)
  const type = new Int32Array(itemCount)
  const site = new Int32Array(itemCount)
  const tags: (readonly string[])[] = []
  const tagsOf = (id: number, own: readonly string[]) => {
    const inherited = problem.shiftTypes[id]?.tags ?? []
    return inherited.length === 0 ? own : own.length === 0 ? inherited : [...inherited, ...own]
  }
  for (let i = 0; i < shiftCount; i++) {
    const shift = shifts[i]!
    start[i] = instant(shift.start)
    end[i] = instant(shift.end)
    paidMinutes[i] = paidMinutesOf(shift, end[i]! - start[i]!)
    type[i] = shift.type === undefined ? -1 : (typeIndex.get(shift.type) ?? -1)
    site[i] = siteIndex.get(shift.site) ?? -1
    tags.push(tagsOf(type[i]!, shift.tags ?? []))
  }
  let item = shiftCount
  const past = pastOf.map((list) => {
    const sorted = list.map((shift) => ({ shift, at: instant(shift.start) })).sort((a, b) => a.at - b.at)
    return sorted.map(({ shift, at }) => {
      start[item] = at
      end[item] = instant(shift.end)
      paidMinutes[item] = shift.paidMinutes
      type[item] = shift.type === undefined ? -1 : (typeIndex.get(shift.type) ?? -1)
      site[item] = shift.site === undefined ? -1 : (siteIndex.get(shift.site) ?? -1)
      tags.push(tagsOf(type[item]!, []))
      return item++
    })
  })
  const day = new Int32Array(itemCount)
  const startMinuteOfDay = new Int32Array(itemCount)
  for (let i = 0; i < itemCount; i++) {
    const clock = clocks[site[i]! < 0 ? clocks.length - 1 : site[i]!]!
    day[i] = clock.dayOf(start[i]!) - firstDay
    startMinuteOfDay[i] = clock.minuteOfDay(start[i]!)
  }
  const employeeIndex = new Map(employees.map((employee, index) => [employee.id, index]))
  const shiftIndex = new Map(shifts.map((shift, index) => [shift.id, index]))
  const pins: number[][] = employees.map(() => [])
  for (const pin of problem.pins ?? []) {
    const list = pins[employeeIndex.get(pin.employee) ?? -1]
    const shift = shiftIndex.get(pin.shift)
    if (list && shift !== undefined && !list.includes(shift)) list.push(shift)
  }
  return {
    problem,
    days: period.days,
    firstDay,
    weekStart: period.weekStart ?? 1,
    employeeCount: employees.length,
    shiftCount,
    itemCount,
    employeeIndex,
    shiftIndex,
    start,
    end,
    paidMinutes,
    day,
    startMinuteOfDay,
    type,
    site,
    tags,
    past,
    hasHistory: employees.map((employee) => employee.history?.shifts !== undefined),
    clocks,
    pins,
  }
}
