// What of a change's new breaches speaks against making it: some stop it, some need a reason. One answer for server and page.
import type { Breach } from '../model/outcome.ts'

/** The same people and rule, at least as bad before: the change lessens this breach, it does not bring it. */
function isLessened(breach: Breach, removed: readonly Breach[]): boolean {
  return removed.some(
    (before) =>
      before.rule === breach.rule &&
      before.level === 'hard' &&
      before.size >= breach.size &&
      before.employees.join() === breach.employees.join() &&
      (breach.employees.length > 0 || before.shifts.join() === breach.shifts.join()),
  )
}

/** The hard breaches that a change brings or makes worse. */
export function stoppingOf(added: readonly Breach[], removed: readonly Breach[]): Breach[] {
  return added.filter((breach) => breach.level === 'hard' && !isLessened(breach, removed))
}

/**
 * The breaches that need a reason. Rules that the organisation has set to level medium warn where they speak of people: hard ones
 * stop, soft ones only weigh. Cover is medium too but speaks of no person. A breach that was there and is no worse asks for nothing.
 */
export function warningsOf(added: readonly Breach[], removed: readonly Breach[]): Breach[] {
  return added.filter(
    (breach) =>
      breach.level === 'medium' &&
      breach.employees.length > 0 &&
      !removed.some(
        (before) =>
          before.rule === breach.rule &&
          before.size >= breach.size &&
          before.employees.join() === breach.employees.join(),
      ),
  )
}
