import { useSuspenseQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/queries.ts'
import { currentOrganisation } from '../../api/request.ts'
import type { Me, Permission } from '../../api/types.ts'

interface CurrentMember {
  me: Me
  organisation: Me['organisations'][number] | undefined
  can(permission: Permission): boolean
}

/** Who is signed in, where they act, and what they may do there. Only below the member routes. */
export const useMe = (): CurrentMember => {
  const { data: me } = useSuspenseQuery(meQuery)
  const organisation = me.organisations.find((one) => one.id === currentOrganisation())
  return { me, organisation, can: (permission) => me.permissions.includes(permission) }
}
