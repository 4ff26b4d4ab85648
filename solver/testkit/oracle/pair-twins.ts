// Rules about one person on one shift.
import type { Employee, RuleSetting, SkillNeed } from '../../model/problem.ts'
import type { Charge, OracleWorld } from '../oracle.ts'
import { msOf, type OracleItem, zoned } from '../oracle-clock.ts'

export function judgePairTwins(
  world: OracleWorld,
  employee: Employee,
  mine: ReadonlySet<string>,
  charge: Charge,
): void {
  const { problem } = world
  for (const shift of problem.shifts) {
    const item = world.items.get(shift.id)!
    const bind = (rule: string, size: (setting: RuleSetting) => number) => {
      for (const setting of world.settingsOn(rule, employee, item.date)) charge(setting, size(setting))
    }
    const stood = (problem.published?.assignments ?? []).some(
      (assignment) => assignment.employee === employee.id && assignment.shift === shift.id,
    )
    if (problem.published && stood !== mine.has(shift.id))
      bind('disruption', (setting) => priceOfChange(setting, item.startMs - msOf(problem.published!.at)))
    if (!mine.has(shift.id)) continue
    const site = problem.sites.find(({ id }) => id === shift.site)
    const bans = [...(shift.prohibited ?? []), ...(site?.prohibited ?? [])]
    bind('prohibited-employee', () => (bans.includes(employee.id) ? 1 : 0))
    const { preferredEmployees, unpreferredEmployees, preferredSkills } = shift
    if (preferredEmployees?.length) bind('preferred-employee', () => (preferredEmployees.includes(employee.id) ? 0 : 1))
    bind('unpreferred-employee', () => (unpreferredEmployees?.includes(employee.id) ? 1 : 0))
    if (preferredSkills?.length)
      bind('preferred-skill', () => (preferredSkills.every((need) => holds(employee, need, item)) ? 0 : 1))
    bind('break-required', (setting) => missingBreak(setting, item, shift.breakMinutes ?? 0))
  }
}

function priceOfChange(setting: RuleSetting, noticeMs: number): number {
  let price = Number(setting.params?.size ?? 1)
  for (const notice of (setting.params?.notices ?? []) as { underMinutes: number; size: number }[])
    if (noticeMs / 60_000 < notice.underMinutes && notice.size > price) price = notice.size
  return price
}

function missingBreak(setting: RuleSetting, item: OracleItem, breakMinutes: number): number {
  const due = (setting.params?.breaks ?? []) as { overMinutes: number; breakMinutes: number }[]
  const length = (item.endMs - item.startMs) / 60_000
  const sizes = due.map((entry) => (length > entry.overMinutes ? entry.breakMinutes - breakMinutes : 0))
  return Math.max(0, ...sizes)
}

/** Whether one held skill covers the need from the first to the last date that the shift touches. */
export function holds(employee: Employee, need: SkillNeed, item: OracleItem): boolean {
  const first = item.date.toString()
  const last = zoned(item.endMs - 60_000, item.zone)
    .toPlainDate()
    .toString()
  for (const held of employee.skills ?? []) {
    if (held.skill !== need.skill || (held.level ?? 1) < (need.levelMin ?? 1)) continue
    if ((held.from === undefined || held.from <= first) && (held.until === undefined || held.until >= last)) return true
  }
  return false
}
