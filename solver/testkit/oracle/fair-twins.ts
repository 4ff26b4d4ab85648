// Fair shares of nights, weekends, holidays and kinds of shifts.
import type { CarriedBurdens, Employee, RuleSetting } from '../../model/problem.ts'
import type { Charge, OracleWorld } from '../oracle.ts'
import type { OracleItem } from '../oracle-clock.ts'
import { isNight } from '../oracle-lines.ts'
import type { Worked } from './judge-twins.ts'

/** What a setting shares out: a label for what counts once, null for a shift that is no burden. */
interface Shared {
  labelOf(item: OracleItem): string | null
  carried(burdens: CarriedBurdens): number
}

const weekOf = (item: OracleItem) => item.date.subtract({ days: item.date.dayOfWeek - 1 }).toString()

function sharedBy(world: OracleWorld, rule: string, params: Readonly<Record<string, unknown>>): Shared[] {
  const once = (item: OracleItem, isBurden: boolean) => (isBurden ? item.shift : null)
  if (rule === 'fair-nights')
    return [{ labelOf: (item) => once(item, isNight(item, params)), carried: ({ nights }) => nights ?? 0 }]
  if (rule === 'fair-weekends') {
    const weekdays = (params.weekdays ?? [6, 7]) as number[]
    const labelOf = (item: OracleItem) => (weekdays.includes(item.date.dayOfWeek) ? weekOf(item) : null)
    return [{ labelOf, carried: ({ weekends }) => weekends ?? 0 }]
  }
  if (rule === 'fair-holidays') {
    const isHoliday = (item: OracleItem) =>
      (world.problem.holidays ?? []).some(
        ({ day, site }) => day === item.date.toString() && (site === undefined || site === item.site),
      )
    return [{ labelOf: (item) => once(item, isHoliday(item)), carried: ({ holidays }) => holidays ?? 0 }]
  }
  return ((params.kinds ?? []) as { type?: string; tag?: string }[]).map((kind) => ({
    labelOf: (item) =>
      once(
        item,
        (kind.type === undefined || item.type === kind.type) &&
          (kind.tag === undefined || item.tags.includes(kind.tag)),
      ),
    carried: ({ kinds }) => kinds?.find((own) => own.type === kind.type && own.tag === kind.tag)?.shifts ?? 0,
  }))
}

export function judgeFairTwins(world: OracleWorld, worked: Worked, charge: Charge): void {
  for (const rule of ['fair-nights', 'fair-weekends', 'fair-holidays', 'fair-shift-types']) {
    const groups = new Map<RuleSetting, Set<Employee>>()
    for (const employee of world.problem.employees)
      for (let day = 0; day < world.problem.period.days; day++)
        for (const setting of world.settingsOn(rule, employee, world.first.add({ days: day })))
          groups.set(setting, (groups.get(setting) ?? new Set()).add(employee))
    for (const [setting, people] of groups)
      for (const shared of sharedBy(world, rule, setting.params ?? {}))
        judge(world, setting, people, shared, worked, charge)
  }
}

function judge(
  world: OracleWorld,
  setting: RuleSetting,
  people: ReadonlySet<Employee>,
  shared: Shared,
  worked: Worked,
  charge: Charge,
): void {
  const carried = (person: Employee) => shared.carried(person.history?.fairCarried ?? {})
  /** Wanted heads by what counts once, then by day: of each the day that wants most. */
  const wanted = new Map<string, Map<number, number>>()
  for (const shift of world.problem.shifts) {
    const item = world.items.get(shift.id)!
    const label = shared.labelOf(item)
    if (label === null) continue
    const days = wanted.get(label) ?? new Map<number, number>()
    wanted.set(label, days.set(item.day, (days.get(item.day) ?? 0) + (shift.heads.target ?? shift.heads.min)))
  }
  let due = 0
  for (const days of wanted.values()) due += Math.max(...days.values())
  let share = 0
  for (const person of people) {
    due += carried(person)
    share += person.sharePercent ?? 100
  }
  const fair = Math.floor((due * 60_000) / share)
  for (const person of people) {
    const labels = [...worked.get(person.id)!].map((id) => shared.labelOf(world.items.get(id)!))
    const count = new Set(labels.filter((label) => label !== null)).size + carried(person)
    const scaled = Math.floor((count * 60_000) / (person.sharePercent ?? 100))
    charge(setting, Math.floor((scaled - fair) ** 2 / 3600))
  }
}
