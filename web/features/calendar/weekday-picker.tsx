import { useId } from 'react'
import styles from './calendar.module.css'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

interface WeekdayPickerProps {
  label: string
  /** 1 (Monday) to 7. */
  value: readonly number[]
  error?: string | null
  onChange(weekdays: number[]): void
}

/** Seven boxes to tick, Monday first. */
export const WeekdayPicker = ({ label, value, error, onChange }: WeekdayPickerProps) => {
  const id = useId()
  return (
    <fieldset className={styles.weekdays} aria-describedby={error ? id : undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.boxes}>
        {weekdays.map((name, index) => {
          const weekday = index + 1
          const isOn = value.includes(weekday)
          return (
            <label key={name} className={styles.box} data-on={isOn || undefined}>
              <input
                type="checkbox"
                className={styles.tick}
                aria-label={name}
                checked={isOn}
                onChange={() =>
                  onChange(
                    (isOn ? value.filter((one) => one !== weekday) : [...value, weekday]).toSorted((a, b) => a - b),
                  )
                }
              />
              <span aria-hidden="true">{name.slice(0, 2)}</span>
            </label>
          )
        })}
      </div>
      {error && (
        <p id={id} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
