import type { Edit } from './plan-edit.ts'

/** Longer lists are told by their length. */
const itemsMax = 200

/** What the log keeps of an edit: the lists that say something, and the reason. Pure. */
export const auditOf = ({ dryRun: _dryRun, reason, ...lists }: Edit): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(lists).flatMap(([name, items]): [string, unknown][] => {
      if (items.length === 0) return []
      return [[name, items.length > itemsMax ? items.length : items]]
    }),
  ),
  ...(reason && { reason }),
})
