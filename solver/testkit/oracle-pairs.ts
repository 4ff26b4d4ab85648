// The oracle's view of one person on one shift.
import type { Employee, Shift, SkillNeed, TimePreference } from '../model/problem.ts'
import type { Charge, OracleWorld } from './oracle.ts'
import { countMinutes, isBetween, msOf, type OracleItem, timeOfDay, zoned } from './oracle-clock.ts'

export function costOfPair(world: OracleWorld, employee: Employee, shift: Shift, charge: Charge): void {
  const item = world.items.get(shift.id)!
  const bind = (rule: string, size: (params: Readonly<Record<string, unknown>>) => number) => {
    for (const setting of world.settingsOn(rule, employee, item.date)) charge(setting, size(setting.params ?? {}))
  }
  bind('required-skill', () =>
    missingSkills(
      employee,
      shift,
      item.date.toString(),
      zoned(item.endMs - 60_000, item.zone)
        .toPlainDate()
        .toString(),
    ),
  )
  bind('site-eligibility', () => (employee.sites && !employee.sites.includes(shift.site) ? 1 : 0))
  bind('unavailable', () => {
    let minutes = 0
    const spans = (employee.unavailable ?? []).map((span) => ({ from: msOf(span.start), to: msOf(span.end) }))
    for (const span of spans)
      for (let ms = item.startMs; ms < item.endMs; ms += 60_000) if (ms >= span.from && ms < span.to) minutes++
    return minutes
  })
  const wishes = (kind: TimePreference['kind']) => (employee.preferences ?? []).filter((wish) => wish.kind === kind)
  const inside = (kind: TimePreference['kind']) =>
    countMinutes(item.startMs, item.endMs, item.zone, (at) => wishes(kind).some((wish) => isWished(wish, at)))
  const length = (item.endMs - item.startMs) / 60_000
  bind('preferred-time', () => (wishes('preferred').length === 0 ? 0 : length - inside('preferred')))
  bind('unpreferred-time', () => inside('unpreferred'))
  bind('labour-cost', (params) => payOfPair(world, employee, item, params))
}

/** Minor units of money for one assignment under the parameters of labour-cost, without overtime. */
export function payOfPair(
  world: OracleWorld,
  employee: Employee,
  item: OracleItem,
  params: Readonly<Record<string, unknown>>,
): number {
  const rate = employee.rateMinor
  if (rate === undefined) return 0
  const date = item.date.toString()
  const percents = [100]
  if (item.date.dayOfWeek === 6) percents.push(Number(params.saturdayPercent ?? 100))
  if (item.date.dayOfWeek === 7) percents.push(Number(params.sundayPercent ?? 100))
  if ((world.problem.holidays ?? []).some(({ day, site }) => day === date && (site ?? item.site) === item.site))
    percents.push(Number(params.holidayPercent ?? 100))
  const from = timeOfDay(String(params.nightFrom ?? '18:00'))
  const to = timeOfDay(String(params.nightTo ?? '06:00'))
  const perHour = Number(params.nightMinorPerHour ?? 0)
  const onTop = Number(params.nightPercent ?? 0)
  const night =
    perHour === 0 && onTop === 0
      ? 0
      : countMinutes(item.startMs, item.endMs, item.zone, (at) => isBetween(at.hour * 60 + at.minute, from, to))
  const ofType = world.problem.shiftTypes.find(({ id }) => id === item.type)?.premiumPercent ?? 0
  return (
    Math.floor((rate * item.paid * Math.max(...percents)) / 6000) +
    Math.floor((rate * item.paid * ofType) / 6000) +
    Math.floor((perHour * night) / 60) +
    Math.floor((rate * night * onTop) / 6000)
  )
}

function missingSkills(employee: Employee, shift: Shift, first: string, last: string): number {
  const has = (need: SkillNeed) =>
    (employee.skills ?? []).filter(
      (held) =>
        held.skill === need.skill &&
        (held.level ?? 1) >= (need.levelMin ?? 1) &&
        (held.from ?? '0') <= first &&
        (held.until ?? '9999') >= last,
    ).length > 0
  const all = (shift.skills?.allOf ?? []).filter((need) => !has(need)).length
  const any = shift.skills?.anyOf ?? []
  return all + (any.length > 0 && any.filter(has).length === 0 ? 1 : 0)
}

/** Whether a moment lies in a window of the wish; a window past midnight belongs to the day before. */
function isWished(wish: TimePreference, at: { hour: number; minute: number; dayOfWeek: number }): boolean {
  const minute = at.hour * 60 + at.minute
  const from = timeOfDay(wish.from ?? '00:00')
  const to = timeOfDay(wish.to ?? '00:00')
  const days = wish.weekdays ?? [1, 2, 3, 4, 5, 6, 7]
  const yesterday = ((at.dayOfWeek + 5) % 7) + 1
  if (from < to) return minute >= from && minute < to && days.includes(at.dayOfWeek)
  return (minute >= from && days.includes(at.dayOfWeek)) || (minute < to && days.includes(yesterday))
}
