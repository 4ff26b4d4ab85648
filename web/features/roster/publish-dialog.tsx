import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, Flag, Send, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { publishRoster } from '../../api/commands.ts'
import { Button } from '../../ui/button.tsx'
import { longDay, shortDay, weekdayName } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { countText } from '../../ui/numbers.ts'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './publish-dialog.module.css'
import type { RosterIndex } from './roster-index.ts'
import { timeText } from './shift-look.ts'

/** The last look before people see the roster: what remains open, what is broken, a message. */
export const PublishDialog = ({ index, onClose }: { index: RosterIndex; onClose(): void }) => {
  const client = useQueryClient()
  const { roster } = index.grid
  const [message, setMessage] = useState('')
  const [later, setLater] = useState('')
  const broken = index.grid.breaches.filter((breach) => breach.level === 'hard').length
  const open = index.lanes
    .flatMap((lane) => [...lane.byDay.values()].flat())
    .sort((a, b) => (a.shift.day + a.shift.startTime < b.shift.day + b.shift.startTime ? -1 : 1))

  const publish = useMutation({
    mutationFn: () =>
      publishRoster(roster, {
        message: message.trim() === '' ? null : message.trim(),
        ...(later !== '' && { publishAt: new Date(later).toISOString() }),
      }),
    onSuccess: async (published) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['grid', roster.id] }),
        client.invalidateQueries({ queryKey: ['rosters'] }),
      ])
      showToast(
        published.state === 'published'
          ? { kind: 'success', title: 'Published', text: `${roster.name} is what people see now.` }
          : { kind: 'success', title: 'Not yet', text: `${roster.name} is published by itself at the time you set.` },
      )
      onClose()
    },
  })

  return (
    <Dialog
      open
      wide
      onOpenChange={(next) => !next && onClose()}
      title={`Publish ${roster.name}`}
      description={`From ${longDay(roster.start)}, ${countText(roster.days, 'day')}, ${countText(index.grid.assignments.length, 'assignment')}.`}
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            look="primary"
            icon={<Send size={14} />}
            busy={publish.isPending}
            disabled={broken > 0}
            onClick={() => publish.mutate()}
          >
            {publishLabel(index.openHeads, later)}
          </Button>
        </>
      }
    >
      {publish.error && <Notice kind="danger">{publish.error.message}</Notice>}
      {broken > 0 ? (
        <Notice kind="danger" icon={<Flag size={15} />}>
          {countText(broken, 'rule is', 'rules are')} broken. Repair them first: the list of broken rules leads to each
          place.
        </Notice>
      ) : (
        <Notice kind="success" icon={<CircleCheck size={15} />}>
          Every rule is kept.
        </Notice>
      )}
      {open.length > 0 ? (
        <section className={styles.open}>
          <h3>
            <TriangleAlert size={14} /> {countText(index.openHeads, 'place remains', 'places remain')} open
          </h3>
          <ul className={styles.list}>
            {open.map(({ shift, openHeads }) => (
              <li key={shift.id}>
                <span className={styles.day}>
                  {weekdayName(shift.day)} {shortDay(shift.day)}
                </span>
                <span className={styles.what}>
                  {shift.name} <span>{timeText(shift)}</span>
                  {index.grid.sites.length > 1 && <span>{index.siteNameById.get(shift.siteId)}</span>}
                </span>
                <span className={styles.count}>{openHeads}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Notice kind="success" icon={<CircleCheck size={15} />}>
          Every place is filled.
        </Notice>
      )}
      <TextField
        label="Message (optional)"
        placeholder="Told to everybody in it"
        value={message}
        maxLength={1000}
        onChange={(event) => setMessage(event.target.value)}
      />
      <TextField
        label="Publish later (optional)"
        type="datetime-local"
        hint="In your time. The rules are asked again then; you are told if one refuses."
        value={later}
        onChange={(event) => setLater(event.target.value)}
      />
    </Dialog>
  )
}

const publishLabel = (openHeads: number, later: string): string => {
  const verb = later === '' ? 'Publish' : 'Publish later'
  return openHeads > 0 ? `${verb} with ${openHeads} open` : verb
}
