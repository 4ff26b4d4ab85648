import { useQuery } from '@tanstack/react-query'
import { departmentsQuery, type StructureKind, type StructureRecord } from '../../api/people.ts'
import type { DepartmentCreate, SkillCreate, TeamCreate } from '../../api/types.ts'
import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSaveRecord } from '../forms/use-save-record.ts'

interface StructureDialogProps {
  kind: StructureKind
  record: StructureRecord | null
  title: string
  done: string
  onClose(): void
}

const readRecord = (kind: StructureKind, values: FormData): DepartmentCreate & TeamCreate & SkillCreate => ({
  code: textOf(values, 'code') ?? '',
  name: textOf(values, 'name') ?? '',
  ...(kind === 'departments' && { parentId: textOf(values, 'parentId') }),
  ...(kind === 'teams' && { departmentId: textOf(values, 'departmentId') }),
  ...(kind === 'skills' && {
    category: textOf(values, 'category'),
    needsCertification: values.get('needsCertification') === 'on',
  }),
})

/** Code and name of one entry, and what its kind has besides. */
export const StructureDialog = ({ kind, record, title, done, onClose }: StructureDialogProps) => {
  const departments = useQuery(departmentsQuery)
  const { saveRecord, isSaving, error } = useSaveRecord(kind, record, { keys: [kind], done, onSaved: onClose })
  const errors = fieldErrors(error)
  const department = (label: string, name: 'parentId' | 'departmentId') => (
    <SelectField
      key={departments.data ? 'loaded' : 'loading'}
      label={label}
      name={name}
      defaultValue={record?.[name] ?? ''}
      error={errors[name]}
    >
      <option value="">None</option>
      {departments.data
        ?.filter(({ id }) => id !== record?.id)
        .map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
    </SelectField>
  )
  return (
    <FormDialog
      title={title}
      isSaving={isSaving}
      error={error}
      fields={['code', 'name', 'category', 'parentId', 'departmentId']}
      onClose={onClose}
      onSubmit={(values) => saveRecord(readRecord(kind, values))}
    >
      <div className={form.pair}>
        <TextField
          label="Name"
          name="name"
          required
          maxLength={200}
          autoFocus
          defaultValue={record?.name}
          error={errors.name}
        />
        <TextField label="Code" name="code" required maxLength={64} defaultValue={record?.code} error={errors.code} />
      </div>
      {kind === 'departments' && department('Belongs to', 'parentId')}
      {kind === 'teams' && department('Department', 'departmentId')}
      {kind === 'skills' && (
        <>
          <TextField
            label="Category"
            name="category"
            maxLength={100}
            defaultValue={record?.category ?? ''}
            error={errors.category}
          />
          <CheckboxField
            name="needsCertification"
            label="Needs a certification"
            hint="It counts only on days that a paper in force covers."
            defaultChecked={record?.needsCertification ?? false}
          />
        </>
      )}
    </FormDialog>
  )
}
