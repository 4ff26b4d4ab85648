import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, History } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { RosterVersion } from '../../api/types.ts'
import { versionsQuery } from '../../api/versions.ts'
import { Button } from '../../ui/button.tsx'
import { timeAgo } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Badge, EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { RosterIndex } from './roster-index.ts'
import { useVersionActs } from './use-version-acts.ts'
import { VersionComparison } from './version-comparison.tsx'
import styles from './versions.module.css'

const causes: Readonly<Record<RosterVersion['cause'], string>> = {
  published: 'Published',
  unpublished: 'Reopened',
  'accepted-run': 'A proposal was accepted',
  restored: 'Restored',
  kept: 'Kept by hand',
}

/** How a roster stood before: keep it as it is, look at what differs, go back. */
export const VersionsDialog = ({ index, onClose }: { index: RosterIndex; onClose(): void }) => {
  const { roster } = index.grid
  const versions = useQuery(versionsQuery(roster.id))
  const acts = useVersionActs(roster, index.grid, onClose)
  const [compared, setCompared] = useState<RosterVersion | null>(null)
  const [note, setNote] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    acts.keep(note.trim() === '' ? null : note.trim(), () => setNote(''))
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={compared ? `Version ${compared.number} and now` : 'Versions'}
      description={compared ? causeText(compared) : `How ${roster.name} stood, newest first.`}
      actions={
        compared ? (
          <>
            <Button icon={<ChevronLeft size={15} />} onClick={() => setCompared(null)}>
              All versions
            </Button>
            <RestoreButton version={compared} acts={acts} isDraft={roster.state === 'draft'} size="medium" />
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      {acts.error && <Notice kind="danger">{acts.error}</Notice>}
      {compared ? (
        <VersionComparison version={compared} versions={versions.data ?? []} index={index} />
      ) : (
        <>
          <form className={styles.keep} onSubmit={keep}>
            <TextField
              label="Keep the roster as it is now"
              placeholder="A note, if you like"
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.target.value)}
            />
            <Button type="submit" busy={acts.isKeeping}>
              Keep
            </Button>
          </form>
          {versions.isPending && <Skeleton rows={4} height={52} />}
          {versions.error && (
            <ErrorState title="The versions could not be loaded" error={versions.error} onRetry={versions.refetch} />
          )}
          {versions.data?.length === 0 && (
            <EmptyState compact icon={<History size={20} />} title="No versions yet">
              One is kept whenever the roster is published or reopened, and when you keep one here.
            </EmptyState>
          )}
          <ul>
            {versions.data?.map((version) => (
              <li key={version.id} className={styles.item}>
                <Badge kind="neutral">{version.number}</Badge>
                <span className={styles.text}>
                  <span className={styles.cause}>{causes[version.cause]}</span>
                  <span className={styles.meta}>
                    {timeAgo(version.createdAt)}
                    {version.note && ` · “${version.note}”`}
                  </span>
                </span>
                <Button size="small" onClick={() => setCompared(version)}>
                  Compare
                </Button>
                <RestoreButton version={version} acts={acts} isDraft={roster.state === 'draft'} />
              </li>
            ))}
          </ul>
        </>
      )}
      {acts.question && (
        <ReasonDialog
          title="Restoring goes against a rule"
          description="The rule only warns: with a reason the roster is restored, and the reason is kept with it."
          warning={acts.question.warning}
          label="Reason"
          action="Restore all the same"
          onReason={acts.question.answer}
          onClose={acts.dropQuestion}
        />
      )}
    </Dialog>
  )
}

const causeText = ({ cause, createdAt, note }: RosterVersion): string =>
  `${causes[cause]}, ${timeAgo(createdAt)}${note ? `: “${note}”` : '.'}`

interface RestoreButtonProps {
  version: RosterVersion
  acts: ReturnType<typeof useVersionActs>
  isDraft: boolean
  size?: 'small' | 'medium'
}

const RestoreButton = ({ version, acts, isDraft, size = 'small' }: RestoreButtonProps) => (
  <Button
    size={size}
    disabled={!isDraft}
    title={isDraft ? undefined : 'Reopen the roster first: only a draft is restored.'}
    busy={acts.restoringId === version.id}
    onClick={() => acts.restore(version, null)}
  >
    Restore
  </Button>
)
