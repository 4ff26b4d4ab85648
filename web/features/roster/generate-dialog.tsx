import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronRight, Sparkles } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { startRun } from '../../api/commands.ts'
import { ApiError } from '../../api/request.ts'
import type { RunCreate } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckboxField, SelectField, TextField } from '../../ui/field.tsx'
import formStyles from '../../ui/form.module.css'
import { countText } from '../../ui/numbers.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Notice } from '../../ui/states.tsx'
import styles from './generate-dialog.module.css'
import { lastDayOf, type RosterIndex } from './roster-index.ts'
import { runOf, type Scope } from './run-of.ts'

const formId = 'generate'
const times = [
  { seconds: 5, label: '5 seconds: a quick look' },
  { seconds: 15, label: '15 seconds: good for most rosters' },
  { seconds: 60, label: '1 minute: fairer, more wishes kept' },
  { seconds: 300, label: '5 minutes: the last few percent' },
]

const scopes: { value: Scope; label: string }[] = [
  { value: 'plan', label: 'Plan' },
  { value: 'repair', label: 'Repair with few changes' },
]

/** What a run may change and how long it may take; starting it leads to the live page. A published roster can only be repaired. */
export const GenerateDialog = ({ index, onClose }: { index: RosterIndex; onClose(): void }) => {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { roster, sites, assignments, breaches } = index.grid
  const isPublished = roster.state === 'published'
  const [scope, setScope] = useState<Scope>(isPublished ? 'repair' : 'plan')
  const isRepair = scope === 'repair'
  const [advanced, setAdvanced] = useState(false)
  const [invalid, setInvalid] = useState<string | null>(null)
  const last = lastDayOf(index.grid)

  const start = useMutation({
    mutationFn: (body: RunCreate) => startRun(roster.id, body),
    onSuccess: async (run) => {
      client.invalidateQueries({ queryKey: ['grid', roster.id] })
      await navigate({ to: '/rosters/$rosterId/runs/$runId', params: { rosterId: roster.id, runId: run.id } })
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = runOf(new FormData(event.currentTarget), sites, scope)
    const noSite = sites.length > 1 && !sites.some((site) => new FormData(event.currentTarget).get(`site:${site.id}`))
    if ((body.fromDay ?? '') > (body.toDay ?? '')) return setInvalid('The last day lies before the first one.')
    if (noSite) return setInvalid('Choose at least one site.')
    setInvalid(null)
    start.mutate(body)
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={isPublished ? 'Repair' : 'Generate'}
      description={
        isRepair
          ? `Muster mends what lacks people or breaks a rule from now on, and changes as little as it can. Nothing changes until you accept its proposal${isPublished ? '; then those concerned are told' : ''}.`
          : 'Muster looks for the best roster under your rules. Nothing changes until you accept its proposal.'
      }
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId} icon={<Sparkles size={14} />} busy={start.isPending}>
            Start
          </Button>
        </>
      }
    >
      <form id={formId} className={formStyles.form} onSubmit={submit}>
        {start.error && <Notice kind="danger">{problemText(start.error)}</Notice>}
        {invalid && <Notice kind="danger">{invalid}</Notice>}
        {!isPublished && <Segmented<Scope> label="What to do" value={scope} options={scopes} onChange={setScope} />}
        {isRepair && <Notice kind="info">{repairText(index.openHeads, breaches)}</Notice>}
        <div className={formStyles.pair}>
          <TextField
            label="From"
            name="fromDay"
            type="date"
            required
            min={roster.start}
            max={last}
            defaultValue={roster.start}
          />
          <TextField label="To" name="toDay" type="date" required min={roster.start} max={last} defaultValue={last} />
        </div>
        {sites.length > 1 && <SiteChoice sites={sites} />}
        {!isRepair && (
          <CheckboxField
            name="keep"
            label="Keep what is there and fill the gaps"
            hint={
              assignments.length > 0
                ? `${countText(assignments.length, 'assignment')} will stay as they are.`
                : 'There are no assignments yet.'
            }
          />
        )}
        <SelectField
          label="Time"
          name="seconds"
          defaultValue="15"
          hint={
            isRepair ? 'It stops as soon as everything is mended.' : 'It stops earlier when no better roster can exist.'
          }
        >
          {times.map((time) => (
            <option key={time.seconds} value={time.seconds}>
              {time.label}
            </option>
          ))}
        </SelectField>
        <div>
          <button
            type="button"
            className={styles.advanced}
            aria-expanded={advanced}
            onClick={() => setAdvanced(!advanced)}
          >
            <ChevronRight size={14} /> Advanced
          </button>
          <div className={styles.advancedBody} hidden={!advanced}>
            <TextField
              label="Seed"
              name="seed"
              type="number"
              min={0}
              max={2147483647}
              defaultValue={1}
              required
              hint="Another seed finds another roster."
            />
            <TextField
              label="Exact budget (evaluations)"
              name="evaluations"
              type="number"
              min={1000}
              placeholder="By time"
              hint="Same seed and budget: the very same roster."
            />
          </div>
        </div>
      </form>
    </Dialog>
  )
}

const SiteChoice = ({ sites }: { sites: readonly { id: string; name: string }[] }) => (
  <fieldset className={styles.sites}>
    <legend>Sites</legend>
    <div className={styles.siteList}>
      {sites.map((site) => (
        <CheckboxField key={site.id} name={`site:${site.id}`} label={site.name} defaultChecked />
      ))}
    </div>
  </fieldset>
)

/** What there is to mend, before it is asked for. */
const repairText = (
  openHeads: number,
  breaches: readonly { level: string; employees: readonly string[] }[],
): string => {
  const broken = breaches.filter(({ level, employees }) => level === 'hard' && employees.length > 0).length
  if (openHeads + broken === 0) return 'Nothing is open and no rule is broken: there is nothing to repair.'
  return `Now ${countText(openHeads, 'place is', 'places are')} open and ${countText(broken, 'rule is', 'rules are')} broken.`
}

/** The server's message, and below it the places that are wrong in the data, if it named any. */
const problemText = (error: Error): string => {
  if (!(error instanceof ApiError) || !Array.isArray(error.details)) return error.message
  const reasons = error.details.flatMap((detail: unknown) =>
    typeof detail === 'object' && detail !== null && 'reason' in detail ? [String(detail.reason)] : [],
  )
  return [error.message, ...reasons.slice(0, 5)].join(' ')
}
