import { useQuery } from '@tanstack/react-query'
import { changeAssignments } from '../../api/commands.ts'
import { ApiError } from '../../api/request.ts'
import type { Breach } from '../../api/types.ts'
import { breachesOf } from './refusal-text.ts'
import type { RosterIndex } from './roster-index.ts'

export type Verdict =
  | { kind: 'fine' | 'costs'; breaches: Breach[] }
  | { kind: 'stops'; breaches: Breach[]; message: string | null }

/** Asks the rules what giving a shift to a person would mean; nothing is written. */
export const useVerdict = (index: RosterIndex, employeeId: string, shiftId: string, enabled: boolean) => {
  const { id, version } = index.grid.roster
  return useQuery({
    queryKey: ['verdict', id, version, employeeId, shiftId],
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    queryFn: async (): Promise<Verdict> => {
      try {
        const { added } = await changeAssignments(id, version, { add: [{ employeeId, shiftId }], dryRun: true })
        if (added.some((breach) => breach.level === 'hard')) return { kind: 'stops', breaches: added, message: null }
        return { kind: added.some((breach) => breach.level === 'soft') ? 'costs' : 'fine', breaches: added }
      } catch (error) {
        if (error instanceof ApiError && error.status === 409)
          return { kind: 'stops', breaches: breachesOf(error.details), message: error.message }
        throw error
      }
    },
  })
}
