// An independent judge: recomputes a roster's score from the plain problem, slowly and without any code of specs or
// trackers. What it and the rules disagree about is a bug in one of them.
import { Temporal } from 'temporal-polyfill'
import type { Score } from '../model/outcome.ts'
import type { Employee, Problem, Roster, RuleSetting, Shift } from '../model/problem.ts'
import { judgeTwins } from './oracle/judge-twins.ts'
import { daysBetween, msOf, type OracleItem, zoned } from './oracle-clock.ts'
import { judgeLine } from './oracle-lines.ts'
import { costOfPair } from './oracle-pairs.ts'

export interface Judgement {
  score: Score
  /** Penalty by "rule level". */
  byRule: Map<string, number>
}

export type Charge = (setting: RuleSetting, size: number) => void

export interface OracleWorld {
  problem: Problem
  first: Temporal.PlainDate
  items: ReadonlyMap<string, OracleItem>
  past: readonly (readonly OracleItem[])[]
  /** Settings of a rule that bind a person on a local date. */
  settingsOn(rule: string, employee: Employee, date: Temporal.PlainDate): readonly RuleSetting[]
}

const mediumRules = ['min-cover', 'demand-curve']
const softRules = [
  'target-cover',
  'over-cover',
  'request-on',
  'request-off',
  'preferred-time',
  'unpreferred-time',
  'contract-minutes',
  'fair-minutes',
  'labour-cost',
  'preferred-employee',
  'unpreferred-employee',
  'preferred-skill',
  'fair-weekends',
  'fair-nights',
  'fair-holidays',
  'fair-shift-types',
  'budget',
  'short-turnaround',
  'rotation',
  'compact-day',
  'travel',
  'disruption',
  'optional-shift',
]
const silentUnlessListed = [
  'min-rest',
  'max-shifts-per-day',
  'max-minutes',
  'min-minutes',
  'max-consecutive-days',
  'min-consecutive-days',
  'min-consecutive-days-off',
  'max-weekends',
  'succession',
  'max-shifts-of-type',
  'max-consecutive-nights',
  'contract-minutes',
  'fair-minutes',
  'labour-cost',
  'weekly-rest',
  'complete-weekend',
  'min-shifts-of-type',
  'min-days-off-after-nights',
  'break-required',
  'fair-weekends',
  'fair-nights',
  'fair-holidays',
  'fair-shift-types',
  'short-turnaround',
  'rotation',
  'compact-day',
  'travel',
]

const levelOf = (setting: RuleSetting) =>
  setting.level ?? (mediumRules.includes(setting.rule) ? 'medium' : softRules.includes(setting.rule) ? 'soft' : 'hard')

/** Prepares a problem; the answer judges rosters of it. */
export function openOracle(problem: Problem): (roster: Roster) => Judgement {
  const world = worldOf(problem)
  const pairCosts = new Map<string, [RuleSetting, number][]>()
  return (roster) => {
    const byRule = new Map<string, number>()
    const score: Score = { hard: 0, medium: 0, soft: 0 }
    const charge: Charge = (setting, size) => {
      const level = levelOf(setting)
      if (level === 'off' || size === 0) return
      const penalty = size * (setting.weight ?? 1)
      score[level] += penalty
      byRule.set(`${setting.rule} ${level}`, (byRule.get(`${setting.rule} ${level}`) ?? 0) + penalty)
    }
    const worked = new Map(problem.employees.map((employee) => [employee.id, new Set<string>()]))
    for (const { employee, shift } of roster.assignments) worked.get(employee)!.add(shift)
    problem.employees.forEach((employee, index) => {
      const mine = problem.shifts.map(({ id }) => id).filter((id) => worked.get(employee.id)!.has(id))
      for (const shift of mine) {
        const key = JSON.stringify([employee.id, shift])
        if (!pairCosts.has(key)) {
          const costs: [RuleSetting, number][] = []
          costOfPair(world, employee, world.problem.shifts.find(({ id }) => id === shift)!, (setting, size) =>
            costs.push([setting, size]),
          )
          pairCosts.set(key, costs)
        }
        for (const [setting, size] of pairCosts.get(key)!) charge(setting, size)
      }
      const line = [...world.past[index]!, ...mine.map((shift) => world.items.get(shift)!)].sort(compareItems)
      judgeLine(world, employee, line, new Set(mine), charge)
    })
    for (const shift of problem.shifts)
      judgeHeads(world, shift, [...worked.values()].filter((shifts) => shifts.has(shift.id)).length, charge)
    judgeFairness(world, worked, charge)
    judgeTwins(world, worked, charge)
    return { score, byRule }
  }
}

/** By date, then start, then the problem's order (kept by the sort). */
function compareItems(a: OracleItem, b: OracleItem): number {
  return a.day - b.day || a.startMs - b.startMs
}

function worldOf(problem: Problem): OracleWorld {
  const first = Temporal.PlainDate.from(problem.period.start)
  const zoneOf = new Map(problem.sites.map((site) => [site.id, site.zone]))
  const tagsOf = new Map(problem.shiftTypes.map((type) => [type.id, type.tags ?? []]))
  const itemOf = (
    start: string,
    end: string,
    site: string | undefined,
    type: string | undefined,
    rest: { shift: string | null; paid: number; tags: readonly string[] },
  ): OracleItem => {
    const zone = zoneOf.get(site ?? '') ?? problem.period.zone
    const local = zoned(msOf(start), zone)
    return {
      ...rest,
      startMs: msOf(start),
      endMs: msOf(end),
      date: local.toPlainDate(),
      day: daysBetween(first, local.toPlainDate()),
      minuteOfDay: local.hour * 60 + local.minute,
      type: type ?? null,
      site: site ?? null,
      tags: [...(tagsOf.get(type ?? '') ?? []), ...rest.tags],
      zone,
    }
  }
  const paidOf = (shift: Shift) =>
    shift.paidMinutes ?? (msOf(shift.end) - msOf(shift.start)) / 60_000 - (shift.breakMinutes ?? 0)
  const items = new Map(
    problem.shifts.map((shift) => [
      shift.id,
      itemOf(shift.start, shift.end, shift.site, shift.type, {
        shift: shift.id,
        paid: paidOf(shift),
        tags: shift.tags ?? [],
      }),
    ]),
  )
  const past = problem.employees.map((employee) =>
    (employee.history?.shifts ?? []).map((shift) =>
      itemOf(shift.start, shift.end, shift.site, shift.type, { shift: null, paid: shift.paidMinutes, tags: [] }),
    ),
  )
  const contracts = new Map(problem.contracts.map((contract) => [contract.id, contract]))
  const organisation = (rule: string): readonly RuleSetting[] => {
    const listed = problem.rules.filter((setting) => setting.rule === rule)
    return listed.length > 0 || silentUnlessListed.includes(rule) ? listed : [{ rule }]
  }
  const known = new Map<string, readonly RuleSetting[]>()
  const settingsOn = (rule: string, employee: Employee, date: Temporal.PlainDate) => {
    const key = `${rule} ${date.toString()} ${employee.id}`
    const settings = known.get(key) ?? lookUp(rule, employee, date.toString())
    known.set(key, settings)
    return settings
  }
  const lookUp = (rule: string, employee: Employee, text: string) => {
    const held = (employee.contracts ?? []).find(
      ({ from, until }) => (from ?? '0') <= text && (until ?? '9999') >= text,
    )
    const own = (held ? (contracts.get(held.contract)?.rules ?? []) : []).filter((setting) => setting.rule === rule)
    return own.length > 0 ? own : organisation(rule)
  }
  return { problem, first, items, past, settingsOn }
}

function judgeHeads(world: OracleWorld, shift: Shift, heads: number, charge: Charge): void {
  const { min, target, max } = shift.heads
  const settings = (rule: string) => {
    const listed = world.problem.rules.filter((setting) => setting.rule === rule)
    return listed.length > 0 ? listed : [{ rule }]
  }
  for (const setting of settings('min-cover')) if (heads < min) charge(setting, (min - heads) * (shift.priority ?? 1))
  for (const setting of settings('target-cover'))
    if (target !== undefined && heads < target) charge(setting, (target - heads) * (shift.underWeight ?? 1))
  for (const setting of settings('over-cover'))
    if (heads > (target ?? min)) charge(setting, (heads - (target ?? min)) * (shift.overWeight ?? 1))
  for (const setting of settings('max-head-count')) if (max !== undefined && heads > max) charge(setting, heads - max)
}

function judgeFairness(world: OracleWorld, worked: ReadonlyMap<string, ReadonlySet<string>>, charge: Charge): void {
  const { problem } = world
  const groups = new Map<RuleSetting, Set<Employee>>()
  for (const employee of problem.employees)
    for (let day = 0; day < problem.period.days; day++)
      for (const setting of world.settingsOn('fair-minutes', employee, world.first.add({ days: day })))
        groups.set(setting, (groups.get(setting) ?? new Set()).add(employee))
  for (const [setting, people] of groups) {
    let due = 0
    let share = 0
    for (const shift of problem.shifts) due += (shift.heads.target ?? shift.heads.min) * world.items.get(shift.id)!.paid
    for (const person of people) {
      due += person.history?.fairMinutesCarried ?? 0
      share += person.sharePercent ?? 100
    }
    const fair = Math.floor((due * 100) / share)
    const scaled = [...people].map((person) => {
      let minutes = person.history?.fairMinutesCarried ?? 0
      for (const shift of worked.get(person.id)!) minutes += world.items.get(shift)!.paid
      return Math.floor((minutes * 100) / (person.sharePercent ?? 100))
    })
    if (setting.params?.measure === 'spread') charge(setting, Math.max(...scaled) - Math.min(...scaled))
    else for (const minutes of scaled) charge(setting, Math.floor((minutes - fair) ** 2 / 3600))
  }
}
