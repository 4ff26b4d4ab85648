import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { departmentsQuery } from '../../api/people.ts'
import { sitesQuery } from '../../api/queries.ts'
import type { Blackout } from '../../api/types.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSaveRecord } from '../forms/use-save-record.ts'

/** Days on which nobody may be away, for everybody or for one site or department. */
export const BlackoutDialog = ({ blackout, onClose }: { blackout: Blackout | null; onClose(): void }) => {
  const sites = useQuery(sitesQuery)
  const departments = useQuery(departmentsQuery)
  const [siteId, setSite] = useState(blackout?.siteId ?? '')
  const [departmentId, setDepartment] = useState(blackout?.departmentId ?? '')
  const { saveRecord, isSaving, error } = useSaveRecord('blackout-dates', blackout, {
    keys: ['time-off'],
    done: 'Days saved',
    onSaved: onClose,
  })
  const errors = fieldErrors(error)
  return (
    <FormDialog
      title={blackout ? `Change ${blackout.name}` : 'Days on which nobody may be away'}
      description="Leave without a balance, such as sickness, is still possible."
      isSaving={isSaving}
      error={error}
      fields={['name', 'firstDay', 'lastDay']}
      onClose={onClose}
      onSubmit={(values) =>
        saveRecord({
          name: textOf(values, 'name') ?? '',
          firstDay: textOf(values, 'firstDay') ?? '',
          lastDay: textOf(values, 'lastDay') ?? '',
          siteId: siteId || null,
          departmentId: departmentId || null,
        })
      }
    >
      <TextField label="Name" name="name" required maxLength={200} defaultValue={blackout?.name} error={errors.name} />
      <div className={form.pair}>
        <TextField
          label="First day"
          name="firstDay"
          type="date"
          required
          defaultValue={blackout?.firstDay}
          error={errors.firstDay}
        />
        <TextField
          label="Last day"
          name="lastDay"
          type="date"
          required
          defaultValue={blackout?.lastDay}
          error={errors.lastDay}
        />
      </div>
      <div className={form.pair}>
        <SelectField label="Site" value={siteId} onChange={(event) => setSite(event.target.value)}>
          <option value="">All sites</option>
          {sites.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="Department" value={departmentId} onChange={(event) => setDepartment(event.target.value)}>
          <option value="">All departments</option>
          {departments.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </FormDialog>
  )
}
