// Rules that couple people: who shares a shift, who is there when, what it costs together.
import type { RuleSetting } from '../../model/problem.ts'
import type { Charge, OracleWorld } from '../oracle.ts'
import { msOf } from '../oracle-clock.ts'
import { payOfPair } from '../oracle-pairs.ts'
import type { Worked } from './judge-twins.ts'
import { holds } from './pair-twins.ts'

export function judgeTeamTwins(world: OracleWorld, worked: Worked, charge: Charge): void {
  const { problem } = world
  const settings = (rule: string): readonly RuleSetting[] => {
    const listed = problem.rules.filter((setting) => setting.rule === rule)
    return listed.length > 0 ? listed : [{ rule }]
  }
  const chargeAll = (rule: string, size: number) => {
    for (const setting of settings(rule)) charge(setting, size)
  }
  for (const shift of problem.shifts) {
    const crew = problem.employees.filter(({ id }) => worked.get(id)!.has(shift.id))
    for (const one of crew)
      for (const other of crew)
        if (one.id < other.id && (one.notWith?.includes(other.id) || other.notWith?.includes(one.id)))
          chargeAll('not-together', 1)
    for (const { onlyWith } of crew)
      if (onlyWith && !crew.some(({ id }) => onlyWith.includes(id))) chargeAll('only-together', 1)
    if (shift.optional && crew.length === 0) chargeAll('optional-shift', shift.priority ?? 1)
  }
  judgeDemand(world, worked, chargeAll)
  judgeBudgets(world, worked, chargeAll)
}

function judgeDemand(world: OracleWorld, worked: Worked, charge: (rule: string, size: number) => void): void {
  const { problem } = world
  for (const curve of problem.demand ?? []) {
    const there = curve.heads.map(() => 0)
    for (const employee of problem.employees)
      for (const id of worked.get(employee.id)!) {
        const item = world.items.get(id)!
        if (item.site !== curve.site || (curve.skill && !holds(employee, curve.skill, item))) continue
        for (let ms = item.startMs; ms < item.endMs; ms += 60_000) {
          const interval = Math.floor((ms - msOf(curve.start)) / 60_000 / curve.intervalMinutes)
          if (interval >= 0 && interval < there.length) there[interval] = there[interval]! + 1
        }
      }
    curve.heads.forEach((heads, interval) => {
      charge('demand-curve', Math.max(0, heads * curve.intervalMinutes - there[interval]!))
    })
  }
}

const known = new WeakMap<OracleWorld, Map<string, number>>()

function judgeBudgets(world: OracleWorld, worked: Worked, charge: (rule: string, size: number) => void): void {
  const { problem } = world
  if (!problem.budgets) return
  const pays = known.get(world) ?? new Map<string, number>()
  known.set(world, pays)
  const payOf = (employee: (typeof problem.employees)[number], id: string): number => {
    const key = JSON.stringify([employee.id, id])
    const item = world.items.get(id)!
    const setting = world.settingsOn('labour-cost', employee, item.date).find(({ level }) => level !== 'off')
    const pay = pays.get(key) ?? payOfPair(world, employee, item, setting?.params ?? {})
    pays.set(key, pay)
    return pay
  }
  for (const { site, from, until, minor } of problem.budgets) {
    let spent = 0
    for (const employee of problem.employees)
      for (const id of worked.get(employee.id)!) {
        const item = world.items.get(id)!
        const date = item.date.toString()
        if ((site ?? item.site) === item.site && (from ?? date) <= date && (until ?? date) >= date)
          spent += payOf(employee, id)
      }
    charge('budget', Math.max(0, spent - minor))
  }
}
