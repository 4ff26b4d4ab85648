// Which breaches need a reason before they are brought about. Pure.
import type { Breach } from '../../../../solver/model/outcome.ts'

/**
 * Rules that the organisation has set to level medium warn where they speak of people: hard ones stop, soft ones only weigh.
 * Cover is medium too but speaks of no person. A breach that was there and is no worse asks for nothing.
 */
export const warningsOf = (added: readonly Breach[], removed: readonly Breach[]): Breach[] =>
  added.filter(
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
