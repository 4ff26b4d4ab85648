import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteRecord, type RecordKind } from '../../api/records.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import rows from '../../ui/rows.module.css'
import { Notice } from '../../ui/states.tsx'
import { failureText } from './field-errors.ts'
import { useSave } from './use-save.ts'

interface RecordActionsProps {
  kind: RecordKind
  id: string
  /** As people know it: "Annual leave". */
  name: string
  /** First words of the keys that show it. */
  keys: readonly string[]
  onEdit?(): void
}

/** Edit and remove at the right of a record's row; removing asks once, and what still needs it is told. */
export const RecordActions = ({ kind, id, name, keys, onEdit }: RecordActionsProps) => {
  const [isAsking, setAsking] = useState(false)
  const { save, isSaving, error, reset } = useSave({ keys, done: `${name} removed`, onSaved: () => setAsking(false) })
  const failure = failureText(error, [])
  const close = () => {
    setAsking(false)
    reset()
  }
  return (
    <div className={rows.actions}>
      {onEdit && (
        <IconButton label={`Edit ${name}`} onClick={onEdit}>
          <Pencil size={15} />
        </IconButton>
      )}
      <IconButton label={`Remove ${name}`} onClick={() => setAsking(true)}>
        <Trash2 size={15} />
      </IconButton>
      {isAsking && (
        <Dialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Remove ${name}?`}
          description="What was planned with it stays as it is."
          actions={
            <>
              <Button onClick={close}>Keep it</Button>
              <Button look="danger" busy={isSaving} onClick={() => save(() => deleteRecord(kind, id))}>
                Remove
              </Button>
            </>
          }
        >
          {failure && <Notice kind="danger">{failure}</Notice>}
        </Dialog>
      )}
    </div>
  )
}
