import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { channelsQuery, departmentsQuery, jobRolesQuery, teamsQuery } from '../../api/people.ts'
import { sitesQuery } from '../../api/queries.ts'
import type { Employee } from '../../api/types.ts'
import { listText } from '../../ui/numbers.ts'
import { useMe } from '../session/use-me.ts'
import { PlacesDialog } from './places-dialog.tsx'
import { Facts, RecordCard } from './record-card.tsx'
import { usePeopleNames } from './use-people-names.ts'

const nameOf = (list: readonly { id: string; name: string }[] | undefined, id: string | null): string | undefined =>
  list?.find((one) => one.id === id)?.name
const namesOf = (list: readonly { id: string; name: string }[] | undefined, ids: readonly string[]): string =>
  listText(ids.flatMap((id) => nameOf(list, id) ?? []))

/** Where somebody belongs, and who leads them. Who reads no people sees sites only: the rest has no names for them. */
export const PlacesCard = ({ person, mayEdit }: { person: Employee; mayEdit: boolean }) => {
  const { can } = useMe()
  const enabled = can('people:read')
  const departments = useQuery({ ...departmentsQuery, enabled })
  const teams = useQuery({ ...teamsQuery, enabled })
  const roles = useQuery({ ...jobRolesQuery, enabled })
  const channels = useQuery({ ...channelsQuery, enabled })
  const sites = useQuery(sitesQuery)
  const names = usePeopleNames()
  const [isEditing, setEditing] = useState(false)
  const leader = (id: string | null) => (id === null ? null : names.get(id))
  return (
    <RecordCard title="Place" onEdit={mayEdit ? () => setEditing(true) : undefined}>
      <Facts
        facts={[
          ...(enabled
            ? ([
                ['Department', nameOf(departments.data, person.departmentId)],
                ['Team', nameOf(teams.data, person.teamId)],
                ['Role', nameOf(roles.data, person.jobRoleId)],
                ['Supervisor', leader(person.supervisorId)],
                ['Manager', leader(person.managerId)],
                ['Mentor', leader(person.mentorId)],
                ['Channels', namesOf(channels.data, person.channelIds)],
              ] as const)
            : []),
          ['Office', nameOf(sites.data, person.officeSiteId)],
          ['Works at', person.siteIds.length === 0 ? 'Every site' : namesOf(sites.data, person.siteIds)],
        ]}
      />
      {isEditing && <PlacesDialog person={person} onClose={() => setEditing(false)} />}
    </RecordCard>
  )
}
