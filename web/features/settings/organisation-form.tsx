import type { FormEvent } from 'react'
import type { Organisation } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import formStyles from '../../ui/form.module.css'
import { Notice } from '../../ui/states.tsx'
import { Card } from '../shell/page.tsx'
import styles from './settings.module.css'
import { useSaveOrganisation } from './use-save-organisation.ts'

const zones = Intl.supportedValuesOf('timeZone')

/** Name, time zone and first day of the week. */
export const OrganisationForm = ({ organisation, canEdit }: { organisation: Organisation; canEdit: boolean }) => {
  const save = useSaveOrganisation(organisation)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    save.mutate({
      name: String(form.get('name')),
      zone: String(form.get('zone')),
      weekStart: Number(form.get('weekStart')),
    })
  }
  return (
    <Card>
      <form className={formStyles.form} onSubmit={submit}>
        <h2 className={styles.heading}>Organisation</h2>
        {save.error && <Notice kind="danger">{save.error.message}</Notice>}
        <fieldset className={styles.fields} disabled={!canEdit}>
          <TextField label="Name" name="name" defaultValue={organisation.name} required maxLength={200} />
          <SelectField label="Time zone" name="zone" defaultValue={organisation.zone}>
            {(zones.includes(organisation.zone) ? zones : [organisation.zone, ...zones]).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </SelectField>
          <SelectField label="Week starts on" name="weekStart" defaultValue={organisation.weekStart}>
            {['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day, n) => (
              <option key={day} value={n + 1}>
                {day}
              </option>
            ))}
          </SelectField>
        </fieldset>
        {canEdit && (
          <div className={styles.actions}>
            <Button type="submit" look="primary" busy={save.isPending}>
              Save
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
