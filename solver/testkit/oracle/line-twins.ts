// Rules about one person's line of work, day by day.
import type { Employee, Position, RuleSetting } from '../../model/problem.ts'
import type { Charge, OracleWorld } from '../oracle.ts'
import type { OracleItem } from '../oracle-clock.ts'
import { isNight, windowEnding } from '../oracle-lines.ts'

type Params = Readonly<Record<string, unknown>>
/** Far enough before the period for every run the tests use. */
const lookBackDays = 130

interface Person {
  world: OracleWorld
  employee: Employee
  line: readonly OracleItem[]
  charge: Charge
  hasHistory: boolean
}

export function judgeLineTwins(
  world: OracleWorld,
  employee: Employee,
  line: readonly OracleItem[],
  charge: Charge,
): void {
  const person = { world, employee, line, charge, hasHistory: employee.history?.shifts !== undefined }
  for (let day = 0; day < world.problem.period.days; day++) {
    const on = (rule: string) => world.settingsOn(rule, employee, world.first.add({ days: day }))
    for (const setting of on('min-shifts-of-type')) judgeMinimums(person, setting, day)
    for (const setting of on('weekly-rest')) judgeRest(person, setting, day)
    for (const setting of on('complete-weekend')) judgeWeekend(person, setting, day)
    const today = line.filter((item) => item.day === day)
    if (today.length === 0) continue
    for (const setting of on('min-days-off-after-nights')) judgeAfterNights(person, setting, day)
    for (const setting of on('short-turnaround')) charge(setting, thinRest(line, today, setting))
    for (const setting of on('rotation')) charge(setting, step(line, today[0]!, setting))
    for (const setting of on('compact-day'))
      today.forEach((item, index) => {
        const gap = index === 0 ? 0 : (item.startMs - today[index - 1]!.endMs) / 60_000
        charge(setting, Math.max(0, gap - Number(setting.params?.freeMinutes ?? 0)))
      })
    for (const setting of on('travel')) charge(setting, metresOf(person, today, setting))
  }
}

function judgeMinimums({ world, line, charge, hasHistory }: Person, setting: RuleSetting, day: number): void {
  for (const limit of (setting.params?.limits ?? []) as Params[]) {
    const window = windowEnding(world, day, limit)
    if (!window || window.to >= world.problem.period.days || (window.from < 0 && !hasHistory)) continue
    const fitting = line
      .filter((item) => item.day >= window.from && item.day <= window.to)
      .filter((item) => limit.type === undefined || item.type === limit.type)
      .filter((item) => limit.tag === undefined || item.tags.includes(String(limit.tag)))
    const count = limit.counts === 'days' ? new Set(fitting.map((item) => item.day)).size : fitting.length
    charge(setting, Math.max(0, Number(limit.min) - count))
  }
}

/** Tries every moment at which a rest may begin: when the window opens, and whenever a shift ends inside of it. */
function judgeRest({ world, line, charge, hasHistory }: Person, setting: RuleSetting, day: number): void {
  const { period } = world.problem
  const params = { period: setting.params?.period ?? 'rolling', days: setting.params?.days ?? 7 }
  const window = windowEnding(world, day, params)
  if (!window || window.to >= period.days || (window.from < 0 && !hasHistory)) return
  const midnight = (at: number) =>
    world.first.add({ days: at }).toZonedDateTime({ timeZone: period.zone }).epochMilliseconds
  const opens = midnight(window.from)
  const closes = midnight(window.to + 1)
  const moments = [opens, ...line.map((item) => item.endMs).filter((end) => end > opens && end < closes)]
  const rests = moments.map((moment) => {
    if (line.some((item) => item.startMs <= moment && item.endMs > moment)) return 0
    const next = line.map((item) => item.startMs).filter((start) => start >= moment)
    return next.length === 0 ? Infinity : (Math.min(...next) - moment) / 60_000
  })
  charge(setting, Math.max(0, Number(setting.params?.minutes) - Math.max(...rests)))
}

function judgeWeekend({ world, line, charge, hasHistory }: Person, setting: RuleSetting, day: number): void {
  const weekdays = [...new Set((setting.params?.weekdays ?? [6, 7]) as number[])].sort((a, b) => a - b)
  const { dayOfWeek } = world.first.add({ days: day })
  if (dayOfWeek !== weekdays.at(-1)) return
  const days = weekdays.map((weekday) => day + weekday - dayOfWeek)
  if (days[0]! < 0 && !hasHistory) return
  const works = days.map((own) => line.some((item) => item.day === own))
  if (works.includes(true) && works.includes(false)) charge(setting, 1)
}

function judgeAfterNights({ line, charge }: Person, setting: RuleSetting, day: number): void {
  const params = setting.params ?? {}
  const works = (at: number) => line.some((item) => item.day === at)
  const night = (at: number) => line.some((item) => item.day === at && isNight(item, params))
  let last = day - 1
  while (last > -lookBackDays && !works(last)) last--
  if (!night(last) || (last === day - 1 && night(day))) return
  let nights = 0
  while (night(last - nights)) nights++
  if (nights < Number(params.nightsMin ?? 1)) return
  charge(setting, Math.max(0, Number(params.days) - (day - last - 1)))
}

/** Rest missing before the first shift of a day. */
function thinRest(line: readonly OracleItem[], today: readonly OracleItem[], setting: RuleSetting): number {
  const before = line[line.indexOf(today[0]!) - 1]
  if (!before) return 0
  const rest = Math.max(0, (today[0]!.startMs - before.endMs) / 60_000)
  return Math.max(0, Number(setting.params?.minutes) - rest)
}

function step(line: readonly OracleItem[], first: OracleItem, setting: RuleSetting): number {
  const before = line.find((item) => item.day === first.day - 1)
  if (!before) return 0
  const later = first.minuteOfDay - before.minuteOfDay
  return later < 0
    ? Math.max(0, -later - Number(setting.params?.backwardMinutes ?? 0))
    : Math.max(0, later - Number(setting.params?.forwardMinutes ?? 1440))
}

function metresOf({ world, employee }: Person, today: readonly OracleItem[], setting: RuleSetting): number {
  const { sites, distances } = world.problem
  const placeOf = (id: string | null) => sites.find((site) => site.id === id)?.position
  const counts = setting.params?.counts ?? 'all'
  let metres = 0
  if (counts !== 'between-sites')
    metres +=
      chordMetres(employee.home, placeOf(today[0]!.site)) + chordMetres(employee.home, placeOf(today.at(-1)!.site))
  if (counts !== 'home')
    today.slice(1).forEach((item, index) => {
      const [from, to] = [today[index]!.site, item.site]
      const there = (distances ?? []).filter((way) => way.from === from && way.to === to).at(-1)
      const back = (distances ?? []).filter((way) => way.from === to && way.to === from).at(-1)
      metres += (there ?? back)?.metres ?? (from === to ? 0 : chordMetres(placeOf(from), placeOf(to)))
    })
  return Math.max(0, metres - Number(setting.params?.freeMetres ?? 0))
}

/** The arc above the straight chord through the globe. */
function chordMetres(from: Position | undefined, to: Position | undefined): number {
  if (!from || !to) return 0
  const vector = ({ latitude, longitude }: Position) => {
    const [up, round] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
    return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)]
  }
  const [a, b] = [vector(from), vector(to)]
  const chord = Math.hypot(...a.map((part, axis) => part - b[axis]!))
  return Math.round(2 * 6_371_009 * Math.asin(chord / 2))
}
