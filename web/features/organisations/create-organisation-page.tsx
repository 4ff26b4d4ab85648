import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { createOrganisation } from '../../api/commands.ts'
import { setOrganisation } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/states.tsx'
import styles from '../session/auth-layout.module.css'
import { AuthLayout } from '../session/auth-layout.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'

const zones = Intl.supportedValuesOf('timeZone')
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The first step after signing up, and the way to a further organisation. */
export const CreateOrganisationPage = () => {
  useDocumentTitle('New organisation')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setFailure(null)
    try {
      const organisation = await createOrganisation({
        name: String(form.get('name')),
        zone: String(form.get('zone')),
        weekStart: Number(form.get('weekStart')),
      })
      queryClient.clear()
      setOrganisation(organisation.id)
      await navigate({ to: '/' })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }

  return (
    <AuthLayout
      title="Create your organisation"
      subtitle="It keeps your people, sites and rosters in one place, apart from everyone else's."
    >
      <form className={styles.stack} onSubmit={submit}>
        {failure && <Notice kind="danger">{failure}</Notice>}
        <TextField
          label="Name"
          name="name"
          placeholder="Riverside Animal Hospital"
          required
          maxLength={200}
          autoFocus
        />
        <SelectField label="Time zone" name="zone" defaultValue={ownZone} hint="Days begin and end by this clock.">
          {(zones.includes(ownZone) ? zones : [ownZone, ...zones]).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <SelectField label="Week starts on" name="weekStart" defaultValue="1">
          <option value="1">Monday</option>
          <option value="7">Sunday</option>
          <option value="6">Saturday</option>
        </SelectField>
        <Button type="submit" look="primary" size="large" busy={busy}>
          Create organisation
        </Button>
      </form>
    </AuthLayout>
  )
}
