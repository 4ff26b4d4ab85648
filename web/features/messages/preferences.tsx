import { useQuery } from '@tanstack/react-query'
import { preferencesQuery, savePreferences } from '../../api/exchange.ts'
import type { NotificationPreferences } from '../../api/types.ts'
import { CheckboxField, SelectField } from '../../ui/field.tsx'
import formStyles from '../../ui/form.module.css'
import { useAct } from '../exchange/use-act.ts'
import { Card } from '../shell/page.tsx'
import styles from './messages.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const reminders = [60, 120, 720, 1440] as const
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** How one wants to be told; each change is saved at once. */
export const Preferences = () => {
  const preferences = useQuery(preferencesQuery)
  const { act } = useAct('messages')
  if (!preferences.data) return null
  const now = preferences.data
  const set = (change: Partial<NotificationPreferences>) =>
    act({ id: 'preferences', work: () => savePreferences({ ...now, ...change }), done: 'Saved' })
  const quietHour = (label: string, name: 'quietFromHour' | 'quietUntilHour') => (
    <SelectField label={label} value={now[name]} onChange={(event) => set({ [name]: Number(event.target.value) })}>
      {hours.map((hour) => (
        <option key={hour} value={hour}>
          {clock(hour)}
        </option>
      ))}
    </SelectField>
  )
  return (
    <Card>
      <div className={formStyles.form}>
        <h2 className={styles.heading}>How you want to be told</h2>
        <CheckboxField
          label="Also by e-mail"
          checked={now.email}
          onChange={(event) => set({ email: event.target.checked })}
        />
        <CheckboxField
          label="One e-mail a day"
          hint="At seven in the morning, with everything you have not read."
          checked={now.digest}
          disabled={!now.email}
          onChange={(event) => set({ digest: event.target.checked })}
        />
        <div className={formStyles.pair}>
          {quietHour('No e-mail from', 'quietFromHour')}
          {quietHour('until', 'quietUntilHour')}
        </div>
        <SelectField
          label="Remind me before a shift"
          value={now.remindMinutesBefore ?? ''}
          onChange={(event) =>
            set({ remindMinutesBefore: event.target.value === '' ? null : Number(event.target.value) })
          }
        >
          <option value="">Never</option>
          {reminders.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 60 ? '1 hour' : `${minutes / 60} hours`} before
            </option>
          ))}
        </SelectField>
      </div>
    </Card>
  )
}
