import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'

interface ReasonDialogProps {
  title: string
  /** What the reason is for. */
  description: string
  /** What speaks against it, one sentence a line. */
  warning?: string
  label: string
  action: string
  busy?: boolean
  error?: string | undefined
  onReason(reason: string): void
  onClose(): void
}

/** Asks why, where an act needs a reason that is kept. */
export const ReasonDialog = (props: ReasonDialogProps) => {
  const [reason, setReason] = useState('')
  const form = useId()
  const said = reason.trim()
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && props.onClose()}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button onClick={props.onClose}>Leave it</Button>
          <Button look="primary" type="submit" form={form} busy={props.busy ?? false} disabled={said === ''}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.error && <Notice kind="danger">{props.error}</Notice>}
      {props.warning?.split('\n').map((line) => (
        <Notice key={line} kind="warning">
          {line}
        </Notice>
      ))}
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (said !== '') props.onReason(said)
        }}
      >
        <TextField
          label={props.label}
          value={reason}
          maxLength={500}
          required
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
