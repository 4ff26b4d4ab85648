import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarClock, Plus } from 'lucide-react'
import { useState } from 'react'
import { employeesQuery, organisationQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, today, weekdayOf } from '../../ui/dates.ts'
import { Select } from '../../ui/field.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { TimeOffFrame } from '../time-off/time-off-frame.tsx'
import styles from './availability.module.css'
import { EverybodyWeek } from './everybody-week.tsx'
import { LineDialog } from './line-dialog.tsx'
import { LinesList } from './lines-list.tsx'
import { PersonWeek } from './person-week.tsx'
import { WeekBar } from './week-bar.tsx'

const weekOf = (day: string, weekStart: number): string => addDays(day, -((weekdayOf(day) - weekStart + 7) % 7))

/** When people are there: a week and a list of one person, or everybody's week for who reads people. */
export const AvailabilityPage = () => {
  const { me, can } = useMe()
  const search = useSearch({ from: '/user/member/availability' })
  const organisation = useQuery(organisationQuery)
  const seesAll = can('people:read')
  const person = seesAll ? search.person : (me.employeeId ?? undefined)
  const [isAdding, setAdding] = useState(false)
  const mayWrite = can('people:write') || (person !== undefined && person === me.employeeId && can('self:write'))
  const zone = organisation.data?.zone
  const first = weekOf(search.week ?? today(), organisation.data?.weekStart ?? 1)
  return (
    <TimeOffFrame
      title="Availability"
      wide
      actions={
        mayWrite && (
          <Button look="primary" icon={<Plus size={15} />} onClick={() => setAdding(true)}>
            Add times
          </Button>
        )
      }
    >
      {!seesAll && person === undefined && (
        <EmptyState icon={<CalendarClock size={20} />} title="No record of yours yet">
          Your sign-in is not linked to a person. Ask whoever plans to link it, then say here when you are there.
        </EmptyState>
      )}
      {organisation.error && (
        <ErrorState title="The week could not be loaded" error={organisation.error} onRetry={organisation.refetch} />
      )}
      {(seesAll || person !== undefined) && (
        <div className={styles.bar}>
          <WeekBar first={first} />
          {seesAll && <WhoSelect person={person} />}
        </div>
      )}
      {organisation.isPending && <Skeleton rows={7} height={44} />}
      {zone && person === undefined && seesAll && <EverybodyWeek first={first} zone={zone} />}
      {zone && person !== undefined && (
        <>
          <PersonWeek employeeId={person} first={first} zone={zone} mayWrite={mayWrite} />
          <LinesList employeeId={person} zone={zone} mayWrite={mayWrite} />
        </>
      )}
      {isAdding && zone && (
        <LineDialog employeeId={person} line={null} zone={zone} first={first} onClose={() => setAdding(false)} />
      )}
    </TimeOffFrame>
  )
}

const WhoSelect = ({ person }: { person: string | undefined }) => {
  const people = useQuery(employeesQuery)
  const navigate = useNavigate()
  return (
    <Select
      label="Whose week"
      value={person ?? ''}
      onChange={({ target: { value } }) =>
        navigate({
          to: '/availability',
          search: ({ person: _, ...rest }) => (value === '' ? rest : { ...rest, person: value }),
        })
      }
    >
      <option value="">Everybody</option>
      {people.data
        ?.filter(({ id, state }) => state === 'active' || id === person)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  )
}
