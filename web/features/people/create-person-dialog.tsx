import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { contractsQuery } from '../../api/people.ts'
import { createRecord } from '../../api/records.ts'
import type { EmployeeCreate } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSave } from '../forms/use-save.ts'

const readPerson = (values: FormData): EmployeeCreate => {
  const contractId = textOf(values, 'contractId')
  const hiredOn = textOf(values, 'hiredOn')
  return {
    number: textOf(values, 'number') ?? '',
    name: textOf(values, 'name') ?? '',
    email: textOf(values, 'email'),
    designation: textOf(values, 'designation'),
    hiredOn,
    contracts: contractId === null ? [] : [{ contractId, validFrom: hiredOn ?? today() }],
  }
}

/** The little that a new person needs; the rest is entered on their page, which opens. */
export const CreatePersonDialog = ({ onClose }: { onClose(): void }) => {
  const contracts = useQuery(contractsQuery)
  const navigate = useNavigate()
  const { save, isSaving, error } = useSave({ keys: ['employees'], done: 'Person added' })
  const errors = fieldErrors(error)
  return (
    <FormDialog
      title="Add person"
      description="Skills, papers, department and pay follow on the person's page."
      action="Add"
      isSaving={isSaving}
      error={error}
      fields={['number', 'name', 'email', 'designation', 'hiredOn', 'contracts']}
      onClose={onClose}
      onSubmit={(values) =>
        save(async () => {
          const { id } = await createRecord('employees', readPerson(values))
          await navigate({ to: '/people/$employeeId', params: { employeeId: id } })
        })
      }
    >
      <TextField label="Name" name="name" required maxLength={200} autoFocus error={errors.name} />
      <div className={form.pair}>
        <TextField label="Number" name="number" required maxLength={40} error={errors.number} />
        <TextField label="Designation" name="designation" maxLength={200} error={errors.designation} />
      </div>
      <TextField label="Work e-mail" name="email" type="email" maxLength={254} error={errors.email} />
      <div className={form.pair}>
        <TextField label="Hired on" name="hiredOn" type="date" defaultValue={today()} error={errors.hiredOn} />
        <SelectField label="Contract" name="contractId" error={errors.contracts}>
          <option value="">None yet</option>
          {contracts.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </FormDialog>
  )
}
