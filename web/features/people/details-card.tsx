import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countriesQuery } from '../../api/people.ts'
import type { Employee } from '../../api/types.ts'
import { dayText } from '../calendar/span-text.ts'
import { useMe } from '../session/use-me.ts'
import { DetailsDialog } from './details-dialog.tsx'
import { Facts, RecordCard } from './record-card.tsx'

/** Who it is and how they are reached. Private contacts are shown to the person and to who may see them. */
export const DetailsCard = ({ person, mayEdit }: { person: Employee; mayEdit: boolean }) => {
  const { me, can } = useMe()
  const countries = useQuery(countriesQuery)
  const [isEditing, setEditing] = useState(false)
  const seesPrivate = can('people:private') || me.employeeId === person.id
  const country = countries.data?.find(({ code }) => code === person.country)?.name ?? person.country
  const systems = Object.entries(person.externalIds).map(([system, id]) => `${system}: ${id}`)
  return (
    <RecordCard title="Details" onEdit={mayEdit ? () => setEditing(true) : undefined}>
      <Facts
        facts={[
          ['Name', person.name],
          ['Number', person.number],
          ['Designation', person.designation],
          ['Work e-mail', person.email],
          ['Work phone', person.workPhone],
          ...(seesPrivate
            ? ([
                ['Private e-mail', person.privateEmail],
                ['Private phone', person.privatePhone],
              ] as const)
            : []),
          ['Country', country],
          ['Time zone', person.zone?.replaceAll('_', ' ')],
          ['Hired', person.hiredOn && dayText(person.hiredOn)],
          ...(person.terminatedOn ? ([['Leaves', dayText(person.terminatedOn)]] as const) : []),
          ...(systems.length > 0 ? ([['Other systems', systems.join(', ')]] as const) : []),
          ...(can('people:read') ? ([['Sign-in', person.userId ? 'Linked' : 'Not linked']] as const) : []),
        ]}
      />
      {isEditing && <DetailsDialog person={person} onClose={() => setEditing(false)} />}
    </RecordCard>
  )
}
