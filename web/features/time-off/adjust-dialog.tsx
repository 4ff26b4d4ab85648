import { useState } from 'react'
import { adjustBalance } from '../../api/time-off.ts'
import type { TimeOffType } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { numberOf, textOf } from '../forms/form-values.ts'
import { useSave } from '../forms/use-save.ts'
import { PersonSelect } from '../people/person-select.tsx'

/** What somebody starts with, or a correction: an entry of its own, with its reason. */
export const AdjustDialog = ({ type, onClose }: { type: TimeOffType; onClose(): void }) => {
  const [employeeId, setEmployee] = useState('')
  const { save, isSaving, error } = useSave({ keys: ['time-off'], done: 'Balance adjusted', onSaved: onClose })
  const errors = fieldErrors(error)
  return (
    <FormDialog
      title={`Adjust ${type.name}`}
      description="Entries are never changed, only added: a mistake is taken back by another one."
      isSaving={isSaving}
      error={error}
      fields={['minutes', 'effectiveOn', 'note']}
      onClose={onClose}
      onSubmit={(values) => {
        const amount = numberOf(values, 'amount') ?? 0
        save(() =>
          adjustBalance({
            employeeId,
            typeId: type.id,
            kind: textOf(values, 'kind') === 'opening' ? 'opening' : 'adjustment',
            minutes: Math.round(amount * (type.unit === 'days' ? type.minutesPerDay : 60)),
            effectiveOn: textOf(values, 'effectiveOn') ?? today(),
            note: textOf(values, 'note') ?? '',
          }),
        )
      }}
    >
      <PersonSelect label="Who" value={employeeId} onChange={setEmployee} />
      <div className={form.pair}>
        <SelectField label="What" name="kind" defaultValue="adjustment">
          <option value="adjustment">Correction</option>
          <option value="opening">What they start with</option>
        </SelectField>
        <TextField
          label={type.unit === 'days' ? 'Days' : 'Hours'}
          name="amount"
          type="number"
          step="any"
          required
          hint="With a minus to take away."
          error={errors.minutes}
        />
      </div>
      <TextField
        label="Holds from"
        name="effectiveOn"
        type="date"
        required
        defaultValue={today()}
        error={errors.effectiveOn}
      />
      <TextField label="Reason" name="note" required maxLength={500} error={errors.note} />
    </FormDialog>
  )
}
