import { deleteRecord, updateRecord } from '../../api/records.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { spanText } from '../calendar/span-text.ts'
import { failureText } from '../forms/field-errors.ts'
import { useSave } from '../forms/use-save.ts'
import styles from './availability.module.css'
import { kindWords } from './availability-words.ts'
import { lineText } from './recurrence.ts'
import type { Piece } from './week-pieces.ts'

interface OccurrenceDialogProps {
  piece: Piece
  zone: string
  mayWrite: boolean
  onEdit(): void
  onClose(): void
}

/** What one piece of a week is, and what can be done with it: leave out this once, change the line, remove it. */
export const OccurrenceDialog = ({ piece, zone, mayWrite, onEdit, onClose }: OccurrenceDialogProps) => {
  const { line, start, end } = piece
  const { save, isSaving, error } = useSave({ keys: ['availability', 'grid'], done: 'Saved', onSaved: onClose })
  const failure = failureText(error, [])
  const { word, hint } = kindWords[line.kind]
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={word}
      description={spanText(start, end, zone)}
      actions={mayWrite ? <Button onClick={onClose}>Close</Button> : undefined}
    >
      {failure && <Notice kind="danger">{failure}</Notice>}
      {line.rrule && <p>{lineText(line, zone)}</p>}
      <p className={styles.hint}>{hint}</p>
      {mayWrite && (
        <div className={styles.choices}>
          {line.rrule && (
            <Button
              busy={isSaving}
              onClick={() =>
                save(() => updateRecord('availability', line, { exceptions: [...line.exceptions, start] }))
              }
            >
              Not this time
            </Button>
          )}
          <Button onClick={onEdit}>{line.rrule ? 'Change every time' : 'Change'}</Button>
          <Button look="danger" busy={isSaving} onClick={() => save(() => deleteRecord('availability', line.id))}>
            {line.rrule ? 'Remove every time' : 'Remove'}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
