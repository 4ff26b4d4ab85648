import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import styles from './segmented.module.css'

interface SegmentedProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: ReactNode }[]
  onChange(value: T): void
}

/** One of a few choices, side by side; arrows move between them. */
export const Segmented = <T extends string>({ label, value, options, onChange }: SegmentedProps<T>) => (
  <RadioGroup aria-label={label} className={styles.group} value={value} onValueChange={(next) => onChange(next as T)}>
    {options.map((option) => (
      // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
      <label key={option.value} className={styles.option} data-checked={option.value === value || undefined}>
        <Radio.Root value={option.value} className={styles.radio} />
        {option.label}
      </label>
    ))}
  </RadioGroup>
)
