import { type ReactNode, useId } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import form from '../../ui/form.module.css'
import { Notice } from '../../ui/states.tsx'
import { failureText } from './field-errors.ts'

interface FormDialogProps {
  title: string
  description?: ReactNode
  /** What the main button says; "Save" unless given. */
  action?: string
  isSaving: boolean
  error: Error | null
  /** Fields that show their own errors. */
  fields: readonly string[]
  wide?: boolean
  /** False while the main button would be refused anyway. */
  canSubmit?: boolean
  onSubmit(form: FormData): void
  onClose(): void
  children: ReactNode
}

/** A dialog around one form: Enter saves, Escape leaves, refusals that belong to no field stand above. */
export const FormDialog = ({ title, description, action = 'Save', children, ...props }: FormDialogProps) => {
  const id = useId()
  const failure = failureText(props.error, props.fields)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={title}
      description={description}
      wide={props.wide ?? false}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={props.isSaving} disabled={props.canSubmit === false}>
            {action}
          </Button>
        </>
      }
    >
      {failure && <Notice kind="danger">{failure}</Notice>}
      <form
        id={id}
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit(new FormData(event.currentTarget))
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
