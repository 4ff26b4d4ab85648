import { diffRosters } from '../model/diff.ts'
import type { Breach, RosterComparison, RuleFigures } from '../model/outcome.ts'
import { levels, type Problem, type Roster } from '../model/problem.ts'
import { registry } from '../rules/registry.ts'
import { compareBreaches } from './compare-breaches.ts'
import { personFigures, rosterFigures } from './roster-figures.ts'
import { scoreRoster } from './score-roster.ts'

/** Two rosters of one problem beside each other. Throws, like `scoreRoster`, for a roster of another problem. */
export function compareRosters(problem: Problem, before: Roster, after: Roster): RosterComparison {
  const judged = { before: scoreRoster(problem, before), after: scoreRoster(problem, after) }
  const added: Breach[] = []
  const removed: Breach[] = []
  const ofRule = (breaches: readonly Breach[]) => Map.groupBy(breaches, ({ rule }) => rule)
  const [old, now] = [ofRule(judged.before.breaches), ofRule(judged.after.breaches)]
  for (const { id } of registry) compareBreaches(old.get(id) ?? [], now.get(id) ?? [], removed, added)
  return {
    diff: diffRosters(before, after),
    score: { before: judged.before.score, after: judged.after.score },
    figures: { before: rosterFigures(problem, before), after: rosterFigures(problem, after) },
    rules: registry.flatMap(({ id }) => ruleFigures(id, old.get(id) ?? [], now.get(id) ?? [])),
    added,
    removed,
    people: comparePeople(problem, before, after),
  }
}

/** One row for each level at which the rule costs something in either roster. */
function ruleFigures(rule: string, before: readonly Breach[], after: readonly Breach[]): RuleFigures[] {
  const penaltyOf = (breaches: readonly Breach[]) => breaches.reduce((sum, { penalty }) => sum + penalty, 0)
  return levels.flatMap((level) => {
    const old = before.filter((breach) => breach.level === level)
    const now = after.filter((breach) => breach.level === level)
    if (old.length + now.length === 0) return []
    return [
      {
        rule,
        level,
        breaches: { before: old.length, after: now.length },
        penalty: { before: penaltyOf(old), after: penaltyOf(now) },
      },
    ]
  })
}

function comparePeople(problem: Problem, before: Roster, after: Roster): RosterComparison['people'] {
  const diff = diffRosters(before, after)
  const old = personFigures(problem, before)
  const now = personFigures(problem, after)
  const shiftsOf = (list: RosterComparison['diff']['added'], employee: string) =>
    list.filter((assignment) => assignment.employee === employee).map(({ shift }) => shift)
  return problem.employees.flatMap(({ id }, person) => {
    const added = shiftsOf(diff.added, id)
    const removed = shiftsOf(diff.removed, id)
    if (added.length + removed.length === 0) return []
    return [{ employee: id, added, removed, before: old[person]!, after: now[person]! }]
  })
}
