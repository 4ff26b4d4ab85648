import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askTimeOff, timeOffTypesQuery } from '../../api/time-off.ts'
import { addDays, isWeekend, today } from '../../ui/dates.ts'
import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { FormDialog } from '../forms/form-dialog.tsx'
import { textOf } from '../forms/form-values.ts'
import { useSave } from '../forms/use-save.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useMe } from '../session/use-me.ts'
import { useZone } from '../session/use-zone.ts'
import { LeaveEstimate } from './leave-estimate.tsx'
import { type LeaveDraft, leaveSpan } from './leave-span.ts'

const lengths: readonly { value: LeaveDraft['length']; label: string }[] = [
  { value: 'days', label: 'Whole days' },
  { value: 'morning', label: 'A morning' },
  { value: 'afternoon', label: 'An afternoon' },
  { value: 'hours', label: 'Some hours' },
]

/** Leave for oneself, or entered for somebody; what it takes and leaves is shown before it is sent. */
export const AskDialog = ({ onClose }: { onClose(): void }) => {
  const { me, can } = useMe()
  const zone = useZone()
  const types = useQuery(timeOffTypesQuery)
  const mayEnter = can('people:write') && can('people:read')
  const [employeeId, setEmployee] = useState(me.employeeId ?? '')
  const [typeId, setType] = useState<string | null>(null)
  const [draft, setDraft] = useState<LeaveDraft>(() => {
    const inTwoWeeks = addDays(today(), 14)
    const first = isWeekend(inTwoWeeks) ? addDays(inTwoWeeks, 2) : inTwoWeeks
    return { length: 'days', first, last: first, from: '08:00', until: '12:00' }
  })
  const change = (part: Partial<LeaveDraft>) => setDraft({ ...draft, ...part })
  const { save, isSaving, error } = useSave({
    keys: ['time-off', 'grid'],
    done: mayEnter && employeeId !== me.employeeId ? 'Leave entered' : 'Asked for leave',
    onSaved: onClose,
  })
  const type = types.data?.find(({ id }) => id === typeId) ?? types.data?.[0]
  const span = zone === undefined ? null : leaveSpan(draft, zone)
  const isWrong = span === null || 'wrong' in span
  const isOwn = employeeId !== '' && employeeId === me.employeeId
  const whose = isOwn || !mayEnter ? {} : { employeeId }

  return (
    <FormDialog
      title={mayEnter ? 'Enter leave' : 'Ask for leave'}
      action={isOwn || !mayEnter ? 'Send' : 'Enter'}
      isSaving={isSaving}
      error={error}
      fields={[]}
      canSubmit={!isWrong && (employeeId !== '' || !mayEnter)}
      onClose={onClose}
      onSubmit={(values) => {
        if (isWrong) return
        const waits = values.get('waits') === 'on' ? { state: 'pending' as const } : {}
        const body = { ...whose, ...waits, ...span, typeId: type?.id ?? null, reason: textOf(values, 'reason') }
        save(() => askTimeOff(body))
      }}
    >
      {mayEnter && <PersonSelect label="Who" value={employeeId} onChange={setEmployee} />}
      <div className={form.pair}>
        <SelectField label="Kind" value={type?.id ?? ''} onChange={(event) => setType(event.target.value)}>
          {types.data?.length === 0 && <option value="">Time off</option>}
          {types.data?.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="How long"
          value={draft.length}
          onChange={(event) => change({ length: event.target.value as LeaveDraft['length'] })}
        >
          {lengths.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>
      <LeaveTimes draft={draft} change={change} span={span} />
      {type && !isWrong && (employeeId !== '' || !mayEnter) && (
        <LeaveEstimate wanted={{ ...whose, ...span, typeId: type.id }} type={type} isOwn={isOwn} />
      )}
      <TextField label="Reason" name="reason" maxLength={500} hint="Whoever decides can read it." />
      {mayEnter && !isOwn && can('time-off:approve') && (
        <CheckboxField name="waits" label="Let it wait for a decision" hint="Otherwise your entry is one approval." />
      )}
    </FormDialog>
  )
}

interface LeaveTimesProps {
  draft: LeaveDraft
  change(part: Partial<LeaveDraft>): void
  span: ReturnType<typeof leaveSpan>
}

const LeaveTimes = ({ draft, change, span }: LeaveTimesProps) => {
  const errorOf = (field: 'last' | 'until') => (span && 'wrong' in span && span.wrong === field ? span.why : null)
  const isDays = draft.length === 'days'
  return (
    <>
      <div className={form.pair}>
        <TextField
          label={isDays ? 'First day' : 'Day'}
          type="date"
          required
          value={draft.first}
          onChange={({ target: { value } }) => change({ first: value, ...(draft.last < value ? { last: value } : {}) })}
        />
        {isDays && (
          <TextField
            label="Last day"
            type="date"
            required
            value={draft.last}
            error={errorOf('last')}
            onChange={(event) => change({ last: event.target.value })}
          />
        )}
      </div>
      {draft.length === 'hours' && (
        <div className={form.pair}>
          <TextField
            label="From"
            type="time"
            required
            value={draft.from}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            label="Until"
            type="time"
            required
            value={draft.until}
            error={errorOf('until')}
            onChange={(event) => change({ until: event.target.value })}
          />
        </div>
      )}
    </>
  )
}
