import { checkChange } from '../../judge/check-change.ts'
import { applyDiff, diffRosters } from '../../model/diff.ts'
import type { RosterDiff } from '../../model/outcome.ts'
import type { Problem, Roster } from '../../model/problem.ts'

/**
 * Takes back what a search changed without need: groups of changes that hang together by a person or a shift, and then single
 * ones, as long as no hard rule and no cover gets worse. Softer gains never pay for telling people something new.
 */
export function undoNeedless(problem: Problem, before: Roster, after: Roster): Roster {
  let roster = after
  for (const group of [...groupsOf(diffRosters(before, after)), ...singlesOf(diffRosters(before, after))]) {
    const back = { added: group.removed, removed: group.added }
    const undone = applyDiff(roster, back)
    const change = diffRosters(roster, undone)
    if (change.added.length + change.removed.length === 0) continue
    const { hard, medium } = checkChange(problem, roster, change).delta
    if (hard < 0 || (hard === 0 && medium <= 0)) roster = undone
  }
  return roster
}

/** Changes that share a person or a shift, directly or by others in between. */
function groupsOf(diff: RosterDiff): RosterDiff[] {
  const changes = singlesOf(diff)
  const groupOf = new Map<string, RosterDiff[]>()
  for (const change of changes) {
    const { employee, shift } = [...change.added, ...change.removed][0]!
    const names = [`employee ${employee}`, `shift ${shift}`]
    const met = new Set(names.flatMap((name) => groupOf.get(name) ?? []))
    const group = [...met, change]
    const all = [...groupOf.entries()].filter(([, members]) => members.some((member) => met.has(member)))
    for (const [name] of all) groupOf.set(name, group)
    for (const name of names) groupOf.set(name, group)
  }
  return [...new Set(groupOf.values())].map((group) => ({
    added: group.flatMap(({ added }) => added),
    removed: group.flatMap(({ removed }) => removed),
  }))
}

const singlesOf = ({ added, removed }: RosterDiff): RosterDiff[] => [
  ...added.map((assignment) => ({ added: [assignment], removed: [] })),
  ...removed.map((assignment) => ({ added: [], removed: [assignment] })),
]
