import { Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import styles from './rows-editor.module.css'

interface RowsEditorProps<T> {
  legend: string
  rows: readonly T[]
  onChange(rows: T[]): void
  /** What a new row begins with. */
  fresh: T
  /** "skill" */
  noun: string
  error?: string | undefined
  children(row: T, change: (part: Partial<T>) => void, index: number): ReactNode
}

/** A list inside a form: each row is a few fields, rows are added and taken out. */
export const RowsEditor = <T extends object>({ rows, onChange, fresh, noun, ...props }: RowsEditorProps<T>) => {
  const id = useId()
  // Rows have no id of their own; fields must not swap their state when one above is taken out.
  const [keys, setKeys] = useState(() => rows.map((_, index) => index))
  const [next, setNext] = useState(rows.length)
  return (
    <fieldset className={styles.rows} aria-describedby={props.error ? id : undefined}>
      <legend className="visually-hidden">{props.legend}</legend>
      {rows.length === 0 && <p className={styles.empty}>None yet.</p>}
      {rows.map((row, index) => (
        <div key={keys[index]} className={styles.row}>
          <div className={styles.fields}>
            {props.children(
              row,
              (part) => onChange(rows.map((one, n) => (n === index ? { ...one, ...part } : one))),
              index,
            )}
          </div>
          <IconButton
            label={`Take out ${noun} ${index + 1}`}
            onClick={() => {
              onChange(rows.filter((_, n) => n !== index))
              setKeys(keys.filter((_, n) => n !== index))
            }}
          >
            <Trash2 size={15} />
          </IconButton>
        </div>
      ))}
      {props.error && (
        <p id={id} className={styles.error}>
          {props.error}
        </p>
      )}
      <div>
        <Button
          size="small"
          icon={<Plus size={13} />}
          onClick={() => {
            onChange([...rows, fresh])
            setKeys([...keys, next])
            setNext(next + 1)
          }}
        >
          Add {noun}
        </Button>
      </div>
    </fieldset>
  )
}
