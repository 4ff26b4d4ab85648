import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { WeekdayPicker } from '../calendar/weekday-picker.tsx'
import type { LineDraft } from './recurrence.ts'

interface TimesFieldsProps {
  draft: LineDraft
  setDraft(draft: LineDraft): void
  wrong: { wrong: string; why: string } | null
  endError: string | undefined
}

const repeats = ['Once', 'Every week', 'Every 2 weeks', 'Every 3 weeks', 'Every 4 weeks'] as const

/** Once or every so many weeks, on which days, from when to when. */
export const TimesFields = ({ draft, setDraft, wrong, endError }: TimesFieldsProps) => {
  const change = (part: Partial<LineDraft>) => setDraft({ ...draft, ...part })
  const errorOf = (field: string) => (wrong?.wrong === field ? wrong.why : null)
  const isOnce = draft.everyWeeks === 0
  return (
    <>
      <SelectField
        label="How often"
        value={draft.everyWeeks}
        onChange={({ target: { value } }) =>
          change({
            everyWeeks: Number(value),
            last: value === '0' ? draft.last || draft.first : isOnce ? '' : draft.last,
          })
        }
      >
        {repeats.map((label, weeks) => (
          <option key={label} value={weeks}>
            {label}
          </option>
        ))}
        {draft.everyWeeks >= repeats.length && <option value={draft.everyWeeks}>Every {draft.everyWeeks} weeks</option>}
      </SelectField>
      {!isOnce && (
        <WeekdayPicker
          label="On"
          value={draft.weekdays}
          error={errorOf('weekdays')}
          onChange={(weekdays) => change({ weekdays })}
        />
      )}
      <div className={form.pair}>
        <TextField
          label={isOnce ? 'First day' : 'From'}
          type="date"
          required
          value={draft.first}
          onChange={({ target: { value } }) =>
            change({ first: value, ...(isOnce && draft.last < value ? { last: value } : {}) })
          }
        />
        <TextField
          label={isOnce ? 'Last day' : 'Until'}
          type="date"
          required={isOnce}
          value={draft.last}
          hint={isOnce ? undefined : 'Empty: it goes on.'}
          error={errorOf('last')}
          onChange={(event) => change({ last: event.target.value })}
        />
      </div>
      <CheckboxField
        label="All day"
        checked={draft.isAllDay}
        onChange={(event) => change({ isAllDay: event.target.checked })}
      />
      {!draft.isAllDay && (
        <div className={form.pair}>
          <TextField
            label="Begins"
            type="time"
            required
            value={draft.from}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            label="Ends"
            type="time"
            required
            value={draft.until}
            hint={!isOnce && draft.until <= draft.from ? 'On the next day.' : undefined}
            error={errorOf('until') ?? endError}
            onChange={(event) => change({ until: event.target.value })}
          />
        </div>
      )}
    </>
  )
}
