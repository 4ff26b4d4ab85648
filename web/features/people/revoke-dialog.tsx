import { revokeCertification } from '../../api/people.ts'
import type { Certification } from '../../api/types.ts'
import { TextField } from '../../ui/field.tsx'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSave } from '../forms/use-save.ts'

interface RevokeDialogProps {
  paper: Certification
  name: string
  onClose(): void
}

/** Takes a paper back for good, with the reason that is kept with it. */
export const RevokeDialog = ({ paper, name, onClose }: RevokeDialogProps) => {
  const { save, isSaving, error } = useSave({
    keys: ['certifications', 'grid'],
    done: `${name} revoked`,
    onSaved: onClose,
  })
  return (
    <FormDialog
      title={`Revoke ${name}?`}
      description="It counts no more for any shift, and this cannot be taken back: a new paper follows it."
      action="Revoke"
      isSaving={isSaving}
      error={error}
      fields={['note']}
      onClose={onClose}
      onSubmit={(values) => save(() => revokeCertification(paper, textOf(values, 'note') ?? ''))}
    >
      <TextField label="Reason" name="note" required maxLength={1000} autoFocus error={fieldErrors(error).note} />
    </FormDialog>
  )
}
