import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { renewCertification } from '../../api/people.ts'
import { skillsQuery } from '../../api/queries.ts'
import { createRecord, updateRecord } from '../../api/records.ts'
import type { Certification, CertificationPaper } from '../../api/types.ts'
import { addDays, today } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { changedFields, textOf } from '../forms/form-values.ts'
import { useSave } from '../forms/use-save.ts'

export type CertificationAct = { kind: 'add' } | { kind: 'edit' | 'renew'; paper: Certification }

const titles = { add: 'Add certification', edit: 'Change certification', renew: 'Renew certification' } as const
const fields = ['skillId', 'number', 'issuer', 'issuedOn', 'validFrom', 'expiresOn', 'note', 'state']

const readPaper = (values: FormData): CertificationPaper => ({
  number: textOf(values, 'number'),
  issuer: textOf(values, 'issuer'),
  issuedOn: textOf(values, 'issuedOn'),
  validFrom: textOf(values, 'validFrom') ?? '',
  expiresOn: textOf(values, 'expiresOn'),
  note: textOf(values, 'note'),
  state: textOf(values, 'state') === 'pending' ? 'pending' : 'active',
})

/** What the form begins with: the paper itself; for its renewal the same issuer from the day after it ends. */
const startOf = (act: CertificationAct): Partial<Certification> => {
  if (act.kind === 'add') return { validFrom: today() }
  if (act.kind === 'edit') return act.paper
  const { issuer, expiresOn } = act.paper
  return { issuer, validFrom: expiresOn === null || expiresOn < today() ? today() : addDays(expiresOn, 1) }
}

interface CertificationDialogProps {
  act: CertificationAct
  employeeId: string
  onClose(): void
}

/** A new paper, a change of one, or the paper that follows one. */
export const CertificationDialog = ({ act, employeeId, onClose }: CertificationDialogProps) => {
  const skills = useQuery(skillsQuery)
  const [start] = useState(() => startOf(act))
  const { save, isSaving, error } = useSave({
    keys: ['certifications', 'grid'],
    done: 'Certification saved',
    onSaved: onClose,
  })
  const errors = fieldErrors(error)
  const submit = (values: FormData) => {
    const paper = readPaper(values)
    if (act.kind === 'add')
      save(() => createRecord('certifications', { ...paper, employeeId, skillId: textOf(values, 'skillId') ?? '' }))
    else if (act.kind === 'renew') save(() => renewCertification(act.paper, paper))
    else save(() => updateRecord('certifications', act.paper, changedFields<CertificationPaper>(start, paper)))
  }
  const field = (name: 'number' | 'issuer' | 'issuedOn' | 'validFrom' | 'expiresOn' | 'note') => ({
    name,
    defaultValue: start[name] ?? '',
    error: errors[name],
  })
  return (
    <FormDialog
      title={titles[act.kind]}
      isSaving={isSaving}
      error={error}
      fields={fields}
      onClose={onClose}
      onSubmit={submit}
    >
      {act.kind === 'add' && (
        <SelectField label="Proves" name="skillId" required error={errors.skillId}>
          <option value="">Choose a skill</option>
          {skills.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <div className={form.pair}>
        <TextField label="Number" maxLength={100} {...field('number')} />
        <TextField label="Issuer" maxLength={200} {...field('issuer')} />
      </div>
      <div className={form.pair}>
        <TextField label="Holds from" type="date" required {...field('validFrom')} />
        <TextField label="Last day" type="date" hint="Empty: it never ends." {...field('expiresOn')} />
      </div>
      <div className={form.pair}>
        <TextField label="Issued on" type="date" {...field('issuedOn')} />
        <SelectField
          label="State"
          name="state"
          defaultValue={start.state === 'pending' ? 'pending' : 'active'}
          error={errors.state}
        >
          <option value="active">In force</option>
          <option value="pending">Asked for, not there yet</option>
        </SelectField>
      </div>
      <TextField label="Note" maxLength={1000} {...field('note')} />
    </FormDialog>
  )
}
