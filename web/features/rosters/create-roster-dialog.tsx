import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { createRoster } from '../../api/commands.ts'
import { demandSpanQuery, organisationQuery, sitesQuery } from '../../api/queries.ts'
import type { Roster } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, daysBetween, periodText, today, weekdayOf } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import formStyles from '../../ui/form.module.css'
import { Notice, Skeleton } from '../../ui/states.tsx'
import styles from './create-roster-dialog.module.css'

const formId = 'create-roster'

interface Suggestion {
  start: string
  days: number
}

/** The day after the last roster; else where demand lies; else the next start of a week. */
const suggest = (
  rosters: readonly Roster[],
  demand: { first: string; last: string } | null,
  weekStart: number,
): Suggestion => {
  const ends = rosters.map((roster) => addDays(roster.start, roster.days)).sort()
  const after = ends.at(-1)
  if (demand && (!after || after <= demand.first))
    return { start: demand.first, days: Math.min(366, daysBetween(demand.first, demand.last) + 1) }
  if (after)
    return { start: after, days: rosters.find((roster) => addDays(roster.start, roster.days) === after)?.days ?? 28 }
  const now = today()
  return { start: addDays(now, (weekStart - weekdayOf(now) + 7) % 7 || 7), days: 28 }
}

/** Name, period and sites of a new roster; its shifts come from the demand of those days. */
export const CreateRosterDialog = ({ rosters, onClose }: { rosters: readonly Roster[]; onClose(): void }) => {
  const sites = useQuery(sitesQuery)
  const organisation = useQuery(organisationQuery)
  const demand = useQuery(demandSpanQuery)
  const isReady = !sites.isPending && !organisation.isPending && !demand.isPending
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="New roster"
      description="Its shifts come from the demand of these days and sites."
      actions={isReady ? undefined : <Button onClick={onClose}>Cancel</Button>}
    >
      {isReady ? (
        <CreateForm
          suggestion={suggest(rosters, demand.data ?? null, organisation.data?.weekStart ?? 1)}
          sites={sites.data ?? []}
          demand={demand.data ?? null}
          onClose={onClose}
        />
      ) : (
        <Skeleton rows={4} height={34} />
      )}
    </Dialog>
  )
}

interface CreateFormProps {
  suggestion: Suggestion
  sites: readonly { id: string; name: string }[]
  demand: { first: string; last: string } | null
  onClose(): void
}

const CreateForm = ({ suggestion, sites, demand, onClose }: CreateFormProps) => {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [start, setStart] = useState(suggestion.start)
  const [days, setDays] = useState(suggestion.days)
  const [name, setName] = useState<string | null>(null)
  const [invalid, setInvalid] = useState<string | null>(null)
  const lengths = [...new Set([7, 14, 28, 31, days])].sort((a, b) => a - b)
  const hasDemand = demand && start <= demand.last && addDays(start, days - 1) >= demand.first
  const suggestedName = start === '' ? '' : periodText(start, days)

  const create = useMutation({
    mutationFn: createRoster,
    onSuccess: async (roster) => {
      await client.invalidateQueries({ queryKey: ['rosters'] })
      await navigate({ to: '/rosters/$rosterId', params: { rosterId: roster.id } })
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = sites.filter((site) => form.get(`site:${site.id}`) === 'on').map((site) => site.id)
    if (sites.length > 1 && chosen.length === 0) return setInvalid('Choose at least one site.')
    setInvalid(null)
    create.mutate({ name: name ?? suggestedName, start, days, siteIds: chosen.length === sites.length ? [] : chosen })
  }

  return (
    <form id={formId} className={formStyles.form} onSubmit={submit}>
      {create.error && <Notice kind="danger">{create.error.message}</Notice>}
      {invalid && <Notice kind="danger">{invalid}</Notice>}
      <TextField
        label="Name"
        value={name ?? suggestedName}
        onChange={(event) => setName(event.target.value)}
        required
        maxLength={200}
      />
      <div className={formStyles.pair}>
        <TextField
          label="First day"
          type="date"
          value={start}
          onChange={(event) => setStart(event.target.value)}
          required
        />
        <SelectField label="Length" value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {lengths.map((length) => (
            <option key={length} value={length}>
              {length % 7 === 0 ? (length === 7 ? '1 week' : `${length / 7} weeks`) : `${length} days`}
            </option>
          ))}
        </SelectField>
      </div>
      {demand && !hasDemand && (
        <Notice kind="warning">
          There is no demand on these days. Demand lies on{' '}
          {periodText(demand.first, daysBetween(demand.first, demand.last) + 1)}.
        </Notice>
      )}
      {!demand && (
        <Notice kind="warning">There is no demand yet, so the roster will have no shifts. Import demand first.</Notice>
      )}
      {sites.length > 1 && (
        <fieldset className={styles.sites}>
          <legend>Sites</legend>
          <div className={styles.siteList}>
            {sites.map((site) => (
              <CheckboxField key={site.id} name={`site:${site.id}`} label={site.name} defaultChecked />
            ))}
          </div>
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" busy={create.isPending}>
          Create roster
        </Button>
      </div>
    </form>
  )
}
