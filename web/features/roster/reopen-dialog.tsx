import type { Roster } from '../../api/types.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useUnpublish } from './use-unpublish.ts'

/** Asks why a published roster goes back to draft; its people are told. */
export const ReopenDialog = ({ roster, onClose }: { roster: Roster; onClose(): void }) => {
  const unpublish = useUnpublish(roster, onClose)
  return (
    <ReasonDialog
      title={`Reopen ${roster.name}?`}
      description="It becomes a draft again, and its shifts no longer hold until you publish it anew."
      label="Reason, told to everybody in it"
      action="Reopen"
      busy={unpublish.isPending}
      error={unpublish.error?.message}
      onReason={(reason) => unpublish.mutate(reason)}
      onClose={onClose}
    />
  )
}
