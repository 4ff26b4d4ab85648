import { useState } from 'react'
import type { TimeOffType, TimeOffTypeCreate } from '../../api/types.ts'
import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { WeekdayPicker } from '../calendar/weekday-picker.tsx'
import { fieldErrors } from '../forms/field-errors.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { numberOf, textOf } from '../forms/form-values.ts'
import { useSaveRecord } from '../forms/use-save-record.ts'

const fields = ['code', 'name', 'minutesPerDay', 'accrualMinutesPerMonth', 'carryOverMinutesMax', 'noticeDaysMin']
const hourMinutes = 60

/** Amounts are asked for in the kind's unit and kept in minutes. */
const readType = (values: FormData, weekdays: number[], hasBalance: boolean): TimeOffTypeCreate => {
  const unit = textOf(values, 'unit') === 'hours' ? 'hours' : 'days'
  const minutesPerDay = Math.round((numberOf(values, 'hoursPerDay') ?? 8) * hourMinutes)
  const step = unit === 'days' ? minutesPerDay : hourMinutes
  const carried = numberOf(values, 'carryOver')
  return {
    code: textOf(values, 'code') ?? '',
    name: textOf(values, 'name') ?? '',
    unit,
    minutesPerDay,
    weekdays,
    isPaid: values.get('isPaid') === 'on',
    hasBalance,
    approvalLevels: numberOf(values, 'approvalLevels') ?? 1,
    noticeDaysMin: numberOf(values, 'noticeDaysMin') ?? 0,
    ...(hasBalance && {
      mayGoBelowZero: values.get('mayGoBelowZero') === 'on',
      accrualMinutesPerMonth: Math.round((numberOf(values, 'accrual') ?? 0) * step),
      carryOverMinutesMax: carried === null ? null : Math.round(carried * step),
    }),
  }
}

/** One kind of leave with its policy. */
export const TypeDialog = ({ type, onClose }: { type: TimeOffType | null; onClose(): void }) => {
  const [hasBalance, setHasBalance] = useState(type?.hasBalance ?? true)
  const [unit, setUnit] = useState<'days' | 'hours'>(type?.unit ?? 'days')
  const [weekdays, setWeekdays] = useState(type?.weekdays ?? [1, 2, 3, 4, 5])
  const { saveRecord, isSaving, error } = useSaveRecord('time-off-types', type, {
    keys: ['time-off'],
    done: 'Kind of leave saved',
    onSaved: onClose,
  })
  const errors = fieldErrors(error)
  const step = type ? (type.unit === 'days' ? type.minutesPerDay : hourMinutes) : 1
  const inSteps = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? '' : minutes / step
  return (
    <FormDialog
      wide
      title={type ? `Change ${type.name}` : 'New kind of leave'}
      isSaving={isSaving}
      error={error}
      fields={fields}
      canSubmit={weekdays.length > 0}
      onClose={onClose}
      onSubmit={(values) => saveRecord(readType(values, weekdays, hasBalance))}
    >
      <div className={form.pair}>
        <TextField label="Name" name="name" required maxLength={200} defaultValue={type?.name} error={errors.name} />
        <TextField label="Code" name="code" required maxLength={64} defaultValue={type?.code} error={errors.code} />
      </div>
      <div className={form.pair}>
        <SelectField label="Approvals" name="approvalLevels" defaultValue={type?.approvalLevels ?? 1}>
          <option value={0}>None: granted at once</option>
          <option value={1}>One person</option>
          <option value={2}>Two people, one after the other</option>
        </SelectField>
        <TextField
          label="Days of notice"
          name="noticeDaysMin"
          type="number"
          min={0}
          max={365}
          defaultValue={type?.noticeDaysMin ?? 0}
          error={errors.noticeDaysMin}
        />
      </div>
      <CheckboxField name="isPaid" label="Paid" defaultChecked={type?.isPaid ?? true} />
      <CheckboxField
        label="Has a balance"
        hint="Without one nothing is counted, as with sickness."
        checked={hasBalance}
        onChange={(event) => setHasBalance(event.target.checked)}
      />
      <div className={form.pair}>
        <SelectField
          label="Counted in"
          name="unit"
          value={unit}
          onChange={(event) => setUnit(event.target.value === 'hours' ? 'hours' : 'days')}
        >
          <option value="days">Days</option>
          <option value="hours">Hours</option>
        </SelectField>
        <TextField
          label="Hours in a day"
          name="hoursPerDay"
          type="number"
          step="any"
          min={0.1}
          max={24}
          defaultValue={(type?.minutesPerDay ?? 480) / hourMinutes}
          error={errors.minutesPerDay}
        />
      </div>
      <WeekdayPicker label="Weekdays that count" value={weekdays} onChange={setWeekdays} />
      {hasBalance && (
        <>
          <div className={form.pair}>
            <TextField
              label={`Earned each month, in ${unit}`}
              name="accrual"
              type="number"
              step="any"
              min={0}
              defaultValue={inSteps(type?.accrualMinutesPerMonth) || 0}
              error={errors.accrualMinutesPerMonth}
            />
            <TextField
              label={`Kept into the next year, in ${unit}`}
              name="carryOver"
              type="number"
              step="any"
              min={0}
              placeholder="All of it"
              defaultValue={inSteps(type?.carryOverMinutesMax)}
              error={errors.carryOverMinutesMax}
            />
          </div>
          <CheckboxField
            name="mayGoBelowZero"
            label="May go below zero"
            defaultChecked={type?.mayGoBelowZero ?? false}
          />
        </>
      )}
    </FormDialog>
  )
}
