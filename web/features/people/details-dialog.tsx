import { useQuery } from '@tanstack/react-query'
import { countriesQuery } from '../../api/people.ts'
import type { Employee, EmployeeCreate } from '../../api/types.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSaveRecord } from '../forms/use-save-record.ts'
import { useMe } from '../session/use-me.ts'

const texts = ['designation', 'email', 'workPhone', 'country', 'zone', 'hiredOn', 'terminatedOn'] as const
const privateTexts = ['privateEmail', 'privatePhone'] as const
const fields = ['number', 'name', ...texts, ...privateTexts]
const zones = Intl.supportedValuesOf('timeZone')

const readDetails = (values: FormData, isPrivate: boolean): Partial<EmployeeCreate> => ({
  number: textOf(values, 'number') ?? '',
  name: textOf(values, 'name') ?? '',
  ...Object.fromEntries([...texts, ...(isPrivate ? privateTexts : [])].map((name) => [name, textOf(values, name)])),
})

/** Master data and contacts; only what was touched is sent, so that two people may change different fields. */
export const DetailsDialog = ({ person, onClose }: { person: Employee; onClose(): void }) => {
  const { can } = useMe()
  const countries = useQuery(countriesQuery)
  const isPrivate = can('people:private')
  const { saveRecord, isSaving, error } = useSaveRecord('employees', person, {
    keys: ['employees', 'grid'],
    done: 'Details saved',
    onSaved: onClose,
  })
  const errors = fieldErrors(error)
  const field = (name: keyof Employee & string) => ({
    name,
    defaultValue: String(person[name] ?? ''),
    error: errors[name],
  })
  return (
    <FormDialog
      wide
      title={`Details of ${person.name}`}
      isSaving={isSaving}
      error={error}
      fields={fields}
      onClose={onClose}
      onSubmit={(values) => saveRecord(readDetails(values, isPrivate))}
    >
      <div className={form.pair}>
        <TextField label="Name" required maxLength={200} {...field('name')} />
        <TextField label="Number" required maxLength={40} {...field('number')} />
      </div>
      <TextField label="Designation" maxLength={200} {...field('designation')} />
      <div className={form.pair}>
        <TextField label="Work e-mail" type="email" maxLength={254} {...field('email')} />
        <TextField label="Work phone" type="tel" maxLength={40} {...field('workPhone')} />
      </div>
      {isPrivate && (
        <div className={form.pair}>
          <TextField label="Private e-mail" type="email" maxLength={254} {...field('privateEmail')} />
          <TextField label="Private phone" type="tel" maxLength={40} {...field('privatePhone')} />
        </div>
      )}
      <div className={form.pair}>
        <SelectField label="Country" key={countries.data ? 'loaded' : 'loading'} {...field('country')}>
          <option value="">Not given</option>
          {countries.data?.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="Time zone" hint="For messages; none: that of the organisation." {...field('zone')}>
          <option value="">Not given</option>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={form.pair}>
        <TextField label="Hired on" type="date" {...field('hiredOn')} />
        <TextField label="Leaves on" type="date" {...field('terminatedOn')} />
      </div>
    </FormDialog>
  )
}
