import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { employeesQuery } from '../../api/queries.ts'
import { useMe } from '../session/use-me.ts'

/** Names by id: everybody's for who reads people, else one's own. */
export const usePeopleNames = (): ReadonlyMap<string, string> => {
  const { me, can } = useMe()
  const people = useQuery({ ...employeesQuery, enabled: can('people:read') })
  return useMemo(() => {
    const names = new Map((people.data ?? []).map(({ id, name }) => [id, name]))
    if (me.employeeId !== null && !names.has(me.employeeId)) names.set(me.employeeId, me.user.name)
    return names
  }, [people.data, me])
}
