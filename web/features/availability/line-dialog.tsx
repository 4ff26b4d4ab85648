import { X } from 'lucide-react'
import { useState } from 'react'
import type { Availability } from '../../api/types.ts'
import { IconButton } from '../../ui/button.tsx'
import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { Notice } from '../../ui/states.tsx'
import { spanText } from '../calendar/span-text.ts'
import { WeekdayPicker } from '../calendar/weekday-picker.tsx'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { useSaveRecord } from '../forms/use-save-record.ts'
import { PersonSelect } from '../people/person-select.tsx'
import styles from './availability.module.css'
import { isWish, kinds, kindWords } from './availability-words.ts'
import { draftOf, type LineDraft, lineOf, lineText } from './recurrence.ts'

interface LineDialogProps {
  /** Whose; asked for in the form where it is not given. */
  employeeId: string | undefined
  line: Availability | null
  zone: string
  /** The day a new line begins unless another one is chosen. */
  first: string
  onClose(): void
}

const newDraft = (first: string): LineDraft => ({
  everyWeeks: 0,
  weekdays: [],
  first,
  last: first,
  isAllDay: false,
  from: '08:00',
  until: '16:00',
})

/** One line: kind, days and times, once or every so many weeks. A rule that the form cannot show keeps its times. */
export const LineDialog = ({ employeeId, line, zone, first, onClose }: LineDialogProps) => {
  const [who, setWho] = useState(employeeId ?? '')
  const [kind, setKind] = useState(line?.kind ?? 'unavailable')
  const [weight, setWeight] = useState(String(line?.weight ?? 1))
  const [exceptions, setExceptions] = useState(line?.exceptions ?? [])
  const [draft, setDraft] = useState(() => (line ? draftOf(line, zone) : newDraft(first)))
  const [showsWrong, setShowsWrong] = useState(false)
  const { saveRecord, isSaving, error } = useSaveRecord('availability', line, {
    keys: ['availability', 'grid'],
    done: 'Times saved',
    onSaved: onClose,
  })
  const errors = fieldErrors(error)
  const zoneOfLine = line?.zone ?? zone
  const times = draft === null ? null : lineOf(draft, zoneOfLine)
  const wrong = showsWrong && times && 'wrong' in times ? times : null

  const submit = () => {
    if (times && 'wrong' in times) return setShowsWrong(true)
    const kept = (times?.rrule ?? line?.rrule) ? exceptions : []
    const said = { kind, weight: isWish(kind) ? Number(weight) : 1, exceptions: kept }
    saveRecord({
      ...said,
      ...(line ? {} : { employeeId: who }),
      ...(times ?? { start: line?.start ?? '', end: line?.end ?? '' }),
    })
  }

  return (
    <FormDialog
      title={line ? 'Change times' : 'Add times'}
      isSaving={isSaving}
      error={error}
      fields={['weight', 'end']}
      canSubmit={who !== ''}
      onClose={onClose}
      onSubmit={submit}
    >
      {employeeId === undefined && <PersonSelect label="Who" value={who} onChange={setWho} />}
      <SelectField
        label="What"
        value={kind}
        hint={kindWords[kind].hint}
        onChange={({ target: { value } }) => setKind(kinds.find((one) => one === value) ?? kind)}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindWords[one].word}
          </option>
        ))}
      </SelectField>
      {draft ? (
        <TimesFields draft={draft} setDraft={setDraft} wrong={wrong} endError={errors.end} />
      ) : (
        line && <Notice>This recurs by a rule of its own: {lineText(line, zone)}. It is kept as it is.</Notice>
      )}
      {isWish(kind) && (
        <TextField
          label="Weight"
          type="number"
          min={1}
          max={1000}
          required
          value={weight}
          hint="How much it counts against other wishes."
          error={errors.weight}
          onChange={(event) => setWeight(event.target.value)}
        />
      )}
      {exceptions.length > 0 && (
        <ul className={styles.exceptions} aria-label="Exceptions">
          {exceptions.map((at) => (
            <li key={at}>
              Not on {spanText(at, at, zoneOfLine).split(',')[0]}
              <IconButton
                label={`Take back the exception of ${spanText(at, at, zoneOfLine).split(',')[0]}`}
                onClick={() => setExceptions(exceptions.filter((one) => one !== at))}
              >
                <X size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  )
}

interface TimesFieldsProps {
  draft: LineDraft
  setDraft(draft: LineDraft): void
  wrong: { wrong: string; why: string } | null
  endError: string | undefined
}

const repeats = ['Once', 'Every week', 'Every 2 weeks', 'Every 3 weeks', 'Every 4 weeks'] as const

const TimesFields = ({ draft, setDraft, wrong, endError }: TimesFieldsProps) => {
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
