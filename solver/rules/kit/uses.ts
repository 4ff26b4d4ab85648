// Which settings of a rule are in force for whom: the contract's in force on the day replace the organisation's.
import type { Frame } from '../../model/frame.ts'
import type { Level, Problem, RuleSetting } from '../../model/problem.ts'
import { parseDate } from '../../model/time.ts'
import type { PersonUse, RosterView, Rule, RuleUse, RuleUses } from './define-rule.ts'
import { readParameters } from './parameters.ts'

/** Far beyond any day of a roster. */
export const alwaysFromDay = -1_000_000
export const alwaysUntilDay = 1_000_000

/** The settings of a rule in a list of settings, parameters read; `off` ones left out. Wrong parameters are left to validation. */
function usesIn(problem: Problem, rule: Rule, settings: readonly RuleSetting[]): RuleUse<unknown>[] {
  const types = new Set(problem.shiftTypes.map((type) => type.id))
  return settings.flatMap((setting) => {
    const level = setting.level ?? rule.level
    if (level === 'off') return []
    const { params } = readParameters(rule.parameters, setting.params ?? {}, '', (id) => types.has(id))
    return [{ rule: rule.id, level, weight: setting.weight ?? rule.weight, params }]
  })
}

/** Resolves a rule's settings for a whole problem. */
export function resolveUses(frame: Frame, rule: Rule): RuleUses<unknown> {
  const { problem } = frame
  const listed = problem.rules.filter((setting) => setting.rule === rule.id)
  const organisation = usesIn(problem, rule, listed.length === 0 && rule.implicit ? [{ rule: rule.id }] : listed)
  const always = organisation.map((use) => ({ use, fromDay: alwaysFromDay, untilDay: alwaysUntilDay }))
  const byContract = new Map<string, RuleUse<unknown>[]>()
  for (const contract of problem.contracts) {
    const own = contract.rules.filter((setting) => setting.rule === rule.id)
    if (own.length > 0) byContract.set(contract.id, usesIn(problem, rule, own))
  }
  if (byContract.size === 0) return { organisation, people: problem.employees.map(() => always) }
  const people = problem.employees.map((employee) => {
    const held = (employee.contracts ?? []).filter(({ contract }) => byContract.has(contract))
    if (held.length === 0) return always
    const spans = held.map(({ contract, from, until }) => ({
      uses: byContract.get(contract)!,
      fromDay: from === undefined ? alwaysFromDay : parseDate(from)! - frame.firstDay,
      untilDay: until === undefined ? alwaysUntilDay : parseDate(until)! - frame.firstDay + 1,
    }))
    spans.sort((a, b) => a.fromDay - b.fromDay)
    const found: PersonUse<unknown>[] = []
    let day = alwaysFromDay
    for (const span of spans) {
      if (span.fromDay > day) for (const use of organisation) found.push({ use, fromDay: day, untilDay: span.fromDay })
      for (const use of span.uses) found.push({ use, fromDay: span.fromDay, untilDay: span.untilDay })
      day = span.untilDay
    }
    if (day < alwaysUntilDay)
      for (const use of organisation) found.push({ use, fromDay: day, untilDay: alwaysUntilDay })
    return found.filter((use) => use.untilDay > 0 && use.fromDay < frame.days)
  })
  return { organisation, people }
}

/** Only the uses at one level. */
export function usesAt(uses: RuleUses<unknown>, level: Level): RuleUses<unknown> {
  const kept = new Map<readonly PersonUse<unknown>[], readonly PersonUse<unknown>[]>()
  return {
    organisation: uses.organisation.filter((use) => use.level === level),
    people: uses.people.map((list) => {
      const found = kept.get(list) ?? list.filter(({ use }) => use.level === level)
      kept.set(list, found)
      return found
    }),
  }
}

export function isUsed(uses: RuleUses<unknown>): boolean {
  return uses.organisation.length > 0 || uses.people.some((list) => list.length > 0)
}

/** Every (person of the view, use in force). */
export function* personUses<P>(view: Pick<RosterView, 'people'>, uses: RuleUses<P>): Generator<[number, PersonUse<P>]> {
  for (const employee of view.people) for (const use of uses.people[employee]!) yield [employee, use]
}

/** Whether the setting holds on a day of the period. */
export function holdsOn(use: PersonUse<unknown>, day: number): boolean {
  return day >= use.fromDay && day < use.untilDay
}

export const employeeId = (view: RosterView, employee: number): string => view.frame.problem.employees[employee]!.id

/** The shift ids of items; a past item has none. */
export function shiftIds(view: RosterView, items: readonly number[]): string[] {
  return items.flatMap((item) => view.frame.problem.shifts[item]?.id ?? [])
}
