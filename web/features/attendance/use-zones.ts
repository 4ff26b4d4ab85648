import { useQuery } from '@tanstack/react-query'
import { organisationQuery, sitesQuery } from '../../api/queries.ts'

/** The zone in which a place's times are said: the site's, else the organisation's; undefined until they are known. */
export const useZones = (): ((siteId: string | null) => string | undefined) => {
  const sites = useQuery(sitesQuery)
  const organisation = useQuery(organisationQuery)
  return (siteId) => sites.data?.find(({ id }) => id === siteId)?.zone ?? organisation.data?.zone
}
