import { useMemo, useState } from 'react'
import type { Proposal, RosterGrid } from '../../api/types.ts'
import { type Change, type ChangeGroup, changeKey, type DiffOrder, groupChanges } from './proposal-diff.ts'

export interface ChangeChoice {
  order: DiffOrder
  setOrder(order: DiffOrder): void
  groups: ChangeGroup[]
  isChosen(change: Change): boolean
  toggle(changes: readonly Change[], chosen: boolean): void
  chosen: ReadonlySet<string>
  total: number
}

/** Which changes of a proposal are to be accepted: all at first. */
export const useChosenChanges = (proposal: Proposal, grid: RosterGrid): ChangeChoice => {
  const [order, setOrder] = useState<DiffOrder>('person')
  const groups = useMemo(() => groupChanges(proposal, grid, order), [proposal, grid, order])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const keys = useMemo(() => groups.flatMap((group) => group.changes.map(changeKey)), [groups])
  const chosen = useMemo(() => new Set(keys.filter((key) => !left.has(key))), [keys, left])
  return {
    order,
    setOrder,
    groups,
    chosen,
    total: keys.length,
    isChosen: (change) => !left.has(changeKey(change)),
    toggle: (changes, take) =>
      setLeft((before) => {
        const next = new Set(before)
        for (const change of changes) {
          if (take) next.delete(changeKey(change))
          else next.add(changeKey(change))
        }
        return next
      }),
  }
}
