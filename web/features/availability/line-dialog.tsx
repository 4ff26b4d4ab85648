import { X } from 'lucide-react'
import { useState } from 'react'
import type { Availability } from '../../api/types.ts'
import { IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import { spanText } from '../calendar/span-text.ts'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { useSaveRecord } from '../forms/use-save-record.ts'
import { PersonSelect } from '../people/person-select.tsx'
import styles from './availability.module.css'
import { isWish, kinds, kindWords } from './availability-words.ts'
import { draftOf, type LineDraft, lineOf, lineText, movedExceptions } from './recurrence.ts'
import { TimesFields } from './times-fields.tsx'

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
    const kept = times === null ? exceptions : times.rrule ? movedExceptions(exceptions, times.start, zoneOfLine) : []
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
