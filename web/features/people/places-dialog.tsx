import { useQuery } from '@tanstack/react-query'
import { channelsQuery, departmentsQuery, jobRolesQuery, teamsQuery } from '../../api/people.ts'
import { sitesQuery } from '../../api/queries.ts'
import type { Employee, EmployeeCreate } from '../../api/types.ts'
import { CheckboxField, SelectField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSaveRecord } from '../forms/use-save-record.ts'
import styles from './person.module.css'
import { PersonSelect } from './person-select.tsx'

const references = [
  'departmentId',
  'teamId',
  'jobRoleId',
  'supervisorId',
  'managerId',
  'mentorId',
  'officeSiteId',
] as const

const readPlaces = (values: FormData): Partial<EmployeeCreate> => ({
  ...Object.fromEntries(references.map((name) => [name, textOf(values, name)])),
  siteIds: values.getAll('siteIds').map(String).toSorted(),
  channelIds: values.getAll('channelIds').map(String).toSorted(),
})

/** Department, team, role, leaders, sites and channels. A circle of leaders is refused beside its field. */
export const PlacesDialog = ({ person, onClose }: { person: Employee; onClose(): void }) => {
  const departments = useQuery(departmentsQuery)
  const teams = useQuery(teamsQuery)
  const roles = useQuery(jobRolesQuery)
  const channels = useQuery(channelsQuery)
  const sites = useQuery(sitesQuery)
  // Sorted as the form reads them, so that ticks that nobody touched are no change.
  const known = { ...person, siteIds: person.siteIds.toSorted(), channelIds: person.channelIds.toSorted() }
  const { saveRecord, isSaving, error } = useSaveRecord('employees', known, {
    keys: ['employees', 'grid'],
    done: 'Place saved',
    onSaved: onClose,
  })
  const errors = fieldErrors(error)
  const choice = (
    label: string,
    name: (typeof references)[number],
    list: readonly { id: string; name: string }[] | undefined,
  ) => (
    <SelectField
      key={`${name}${list ? '' : ' loading'}`}
      label={label}
      name={name}
      defaultValue={person[name] ?? ''}
      error={errors[name]}
    >
      <option value="">None</option>
      {list?.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
  const leader = (label: string, name: 'supervisorId' | 'managerId' | 'mentorId') => (
    <PersonSelect
      label={label}
      name={name}
      none="Nobody"
      without={person.id}
      defaultValue={person[name] ?? ''}
      error={errors[name]}
    />
  )
  return (
    <FormDialog
      wide
      title={`Place of ${person.name}`}
      isSaving={isSaving}
      error={error}
      fields={references}
      onClose={onClose}
      onSubmit={(values) => saveRecord(readPlaces(values))}
    >
      <div className={form.pair}>
        {choice('Department', 'departmentId', departments.data)}
        {choice('Team', 'teamId', teams.data)}
        {choice('Role', 'jobRoleId', roles.data)}
        {leader('Supervisor', 'supervisorId')}
        {leader('Manager', 'managerId')}
        {leader('Mentor', 'mentorId')}
        {choice('Office', 'officeSiteId', sites.data)}
      </div>
      <Boxes legend="Works at (none ticked: every site)" name="siteIds" list={sites.data} chosen={person.siteIds} />
      <Boxes legend="Channels" name="channelIds" list={channels.data} chosen={person.channelIds} />
    </FormDialog>
  )
}

interface BoxesProps {
  legend: string
  name: string
  list: readonly { id: string; name: string }[] | undefined
  chosen: readonly string[]
}

const Boxes = ({ legend, name, list, chosen }: BoxesProps) => {
  if (!list || list.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.boxes}>
        {list.map((one) => (
          <CheckboxField
            key={one.id}
            name={name}
            value={one.id}
            label={one.name}
            defaultChecked={chosen.includes(one.id)}
          />
        ))}
      </div>
    </fieldset>
  )
}
