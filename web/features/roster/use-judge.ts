import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { problemQuery } from '../../api/queries.ts'
import type { RosterDiff } from '../../store/roster-diff.ts'
import { judgePlan, type Verdict } from './judge-plan.ts'
import type { RosterIndex } from './roster-index.ts'

/** Null while the rules are on their way, and where the page cannot say. */
export type Judge = (diff: RosterDiff) => Verdict | null

const engineQuery = {
  queryKey: ['engine'],
  queryFn: () => import('../../../solver/index.ts'),
  staleTime: Number.POSITIVE_INFINITY,
} as const

/** Judges edits of a roster by its rules, here in the page: the engine and the roster's problem are loaded where somebody may edit. */
export const useJudge = ({ grid }: RosterIndex, enabled: boolean): Judge => {
  const engine = useQuery({ ...engineQuery, enabled }).data
  const base = useQuery({ ...problemQuery(grid.roster.id), enabled }).data?.problem
  return useCallback((diff) => (engine && base ? judgePlan(engine, base, grid, diff) : null), [engine, base, grid])
}
