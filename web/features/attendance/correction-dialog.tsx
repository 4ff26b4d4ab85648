import { type FormEvent, useState } from 'react'
import { requestCorrection } from '../../api/attendance.ts'
import { ApiError } from '../../api/request.ts'
import type { TimeEntry } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import form from '../../ui/form.module.css'
import { Notice } from '../../ui/states.tsx'
import { useAct } from '../exchange/use-act.ts'
import { instantOf, localInput } from './local-input.ts'

/** Asks for an entry to be put right, or for one that is missing when `entry` is null. */
export const CorrectionDialog = ({ entry, onClose }: { entry: TimeEntry | null; onClose(): void }) => {
  const { act, busyId } = useAct('attendance')
  const [start, setStart] = useState(entry ? localInput(entry.start) : '')
  const [end, setEnd] = useState(entry?.end ? localInput(entry.end) : '')
  const [breakMinutes, setBreak] = useState(String(entry?.breakMinutes ?? 0))
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const isWrong = start !== '' && end !== '' && end <= start

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWrong) return
    act({
      id: 'correction',
      done: 'Asked',
      work: async () => {
        try {
          await requestCorrection({
            ...(entry && { entryId: entry.id }),
            start: instantOf(start),
            end: instantOf(end),
            breakMinutes: Number(breakMinutes),
            reason: reason.trim(),
          })
          onClose()
        } catch (cause) {
          if (cause instanceof ApiError) setError(cause.message)
          throw cause
        }
      },
    })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={entry ? 'Ask for a correction' : 'Add missing time'}
      description="Somebody who approves time decides about it; until then the entry stays as it is."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="correction" busy={busyId === 'correction'}>
            Ask
          </Button>
        </>
      }
    >
      {error && <Notice kind="danger">{error}</Notice>}
      <form id="correction" className={form.form} onSubmit={submit}>
        <TextField
          label="From"
          hint="In your device's time."
          type="datetime-local"
          required
          value={start}
          onChange={(event) => setStart(event.target.value)}
        />
        <TextField
          label="Until"
          type="datetime-local"
          required
          value={end}
          error={isWrong ? 'Must be after the start.' : null}
          onChange={(event) => setEnd(event.target.value)}
        />
        <TextField
          label="Breaks, in minutes"
          type="number"
          min={0}
          max={1440}
          required
          value={breakMinutes}
          onChange={(event) => setBreak(event.target.value)}
        />
        <TextField
          label="Why"
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
