import { useQuery } from '@tanstack/react-query'
import { organisationQuery } from '../../api/queries.ts'

/** The zone in which the organisation counts its days; undefined until it is known. */
export const useZone = (): string | undefined => useQuery(organisationQuery).data?.zone
