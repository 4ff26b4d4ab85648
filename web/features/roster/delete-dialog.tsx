import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { deleteRoster } from '../../api/commands.ts'
import type { Roster } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'

/** Asks once more before a draft goes with all its shifts. */
export const DeleteDialog = ({ roster, onClose }: { roster: Roster; onClose(): void }) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: () => deleteRoster(roster),
    onSuccess: async () => {
      await navigate({ to: '/' })
      client.removeQueries({ queryKey: ['grid', roster.id] })
      await client.invalidateQueries({ queryKey: ['rosters'] })
      showToast({ title: `${roster.name} is deleted` })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Delete ${roster.name}?`}
      description="Its shifts and assignments go with it. People and demand stay. This cannot be undone."
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" icon={<Trash2 size={14} />} busy={remove.isPending} onClick={() => remove.mutate()}>
            Delete
          </Button>
        </>
      }
    >
      {remove.error && <Notice kind="danger">{remove.error.message}</Notice>}
    </Dialog>
  )
}
