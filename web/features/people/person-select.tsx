import { useQuery } from '@tanstack/react-query'
import { employeesQuery } from '../../api/queries.ts'
import { SelectField } from '../../ui/field.tsx'

interface PersonSelectProps {
  label: string
  name?: string
  value?: string
  defaultValue?: string
  /** What stands for nobody; without it somebody must be chosen. */
  none?: string
  hint?: string
  error?: string | undefined
  /** Left out of the list, such as the person whose supervisor is asked for. */
  without?: string | undefined
  onChange?(id: string): void
}

/** One of the people who work now. Who is chosen already stays in the list, archived or not. */
export const PersonSelect = ({ label, none, without, onChange, error, hint, ...rest }: PersonSelectProps) => {
  const people = useQuery(employeesQuery)
  const chosen = rest.value ?? rest.defaultValue
  // The list arrives after the field: an uncontrolled select would forget what it was given before.
  const key = people.data === undefined ? 'loading' : 'loaded'
  return (
    <SelectField
      key={key}
      label={label}
      {...rest}
      {...(hint === undefined ? {} : { hint })}
      error={error}
      required={none === undefined}
      {...(onChange ? { onChange: (event) => onChange(event.target.value) } : {})}
    >
      <option value="">{none ?? 'Choose a person'}</option>
      {people.data
        ?.filter((person) => person.id === chosen || (person.state === 'active' && person.id !== without))
        .map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
    </SelectField>
  )
}
