import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | null | undefined
  children(ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }): ReactNode
}

/** Label, control, and the hint or error that belongs to it. */
const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = Boolean(error) || Boolean(hint)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {hasNote && (
        <p id={noteId} className={classNames(styles.note, error && styles.error)}>
          {error || hint}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> & Omit<FieldProps, 'children'>

export const TextField = ({ label, hint, error, className, ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => <input {...ids} {...rest} className={classNames(styles.input, className)} />}
  </Field>
)

type SelectFieldProps = Omit<ComponentProps<'select'>, 'children'> &
  Omit<FieldProps, 'children'> & { children: ReactNode }

export const SelectField = ({ label, hint, error, className, children, ...rest }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <select {...ids} {...rest} className={classNames(styles.input, styles.select, className)}>
        {children}
      </select>
    )}
  </Field>
)

/** A select without a visible label; `label` names it for screen readers. */
export const Select = ({ label, className, ...rest }: ComponentProps<'select'> & { label: string }) => (
  <select aria-label={label} {...rest} className={classNames(styles.input, styles.select, styles.compact, className)} />
)

export const CheckboxField = ({
  label,
  hint,
  ...rest
}: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode }) => {
  const id = useId()
  return (
    <div className={styles.checkRow}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        className={styles.checkbox}
        aria-describedby={hint ? `${id}-note` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-note`} className={styles.checkNote}>
          {hint}
        </p>
      )}
    </div>
  )
}
