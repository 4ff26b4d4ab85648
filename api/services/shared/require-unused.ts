import { Conflict } from '../../errors.ts'
import { quantities } from './quantities.ts'

/** How many of each thing still refer to a record, by the thing's name in the singular. */
export type Uses = Readonly<Record<string, number>>

/** Throws `Conflict` while anything refers to the record, saying what. */
export const requireUnused = (kind: string, name: string, uses: Uses): void => {
  if (Object.values(uses).every((count) => count === 0)) return
  throw new Conflict(
    'conflict',
    `The ${kind} "${name}" is still used by ${quantities(uses)}. Change or delete those first.`,
    { uses },
  )
}
