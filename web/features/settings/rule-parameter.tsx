import { Select } from '../../ui/field.tsx'
import styles from './settings.module.css'

/** A rule's parameter as the engine's catalogue describes it; kinds without a field here keep their value. */
interface ParameterInfo {
  name: string
  kind: string
  about: string
  unit?: string
  min?: number
  max?: number
  default?: unknown
  optional?: true
  choices?: readonly string[]
}

interface RuleParameterProps {
  parameter: ParameterInfo
  value: unknown
  /** Undefined takes the value away, so that the rule's own default holds. */
  onChange(value: unknown): void
}

const choiceWords: Readonly<Record<string, string>> = {
  day: 'a day',
  week: 'a week',
  month: 'a month',
  roster: 'a roster',
  rolling: 'any days in a row',
}

/** The catalogue speaks of minutes; the field shows hours. */
const sentence = (about: string): string =>
  `${about.slice(0, 1).toUpperCase()}${about.slice(1)}`.replace('paid minutes', 'paid hours')

const IntegerField = ({ parameter, value, onChange }: RuleParameterProps) => {
  const isHours = parameter.unit === 'minutes'
  const scale = isHours ? 60 : 1
  const shown = typeof value === 'number' ? value : typeof parameter.default === 'number' ? parameter.default : ''
  return (
    <label className={styles.parameter}>
      {sentence(parameter.about)}
      <input
        className={styles.number}
        type="number"
        step={isHours ? 0.25 : 1}
        min={(parameter.min ?? 0) / scale}
        max={parameter.max === undefined ? undefined : parameter.max / scale}
        required={parameter.default === undefined && !parameter.optional}
        value={shown === '' ? '' : shown / scale}
        onChange={(event) =>
          onChange(event.target.value === '' ? undefined : Math.round(Number(event.target.value) * scale))
        }
      />
      {isHours ? 'hours' : parameter.unit?.startsWith('minor') ? '' : parameter.unit}
    </label>
  )
}

/** A field for one parameter: hours for minutes, a choice, a time, a switch. */
export const RuleParameter = (props: RuleParameterProps) => {
  const { parameter, value, onChange } = props
  if (parameter.kind === 'integer') return <IntegerField {...props} />
  if (parameter.kind === 'choice')
    return (
      <Select
        label={parameter.about}
        value={String(value ?? parameter.default ?? '')}
        onChange={(event) => onChange(event.target.value)}
      >
        {parameter.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {choiceWords[choice] ?? choice}
          </option>
        ))}
      </Select>
    )
  if (parameter.kind === 'flag')
    return (
      <label className={styles.parameter}>
        <input
          type="checkbox"
          className={styles.flag}
          checked={Boolean(value ?? parameter.default)}
          onChange={(event) => onChange(event.target.checked)}
        />
        {sentence(parameter.about)}
      </label>
    )
  return null
}
