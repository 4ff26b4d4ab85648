import { useMutation, useQueryClient } from '@tanstack/react-query'
import { unpublishRoster } from '../../api/commands.ts'
import type { Roster } from '../../api/types.ts'
import { showToast } from '../../ui/toast.ts'

/** Takes a published roster back to draft, so that it can be changed again. */
export const useUnpublish = (roster: Roster, onDone: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => unpublishRoster(roster, reason),
    onSuccess: () => {
      showToast({ title: 'The roster is a draft again', text: 'People no longer see it until you publish.' })
      onDone()
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['grid', roster.id] }),
        client.invalidateQueries({ queryKey: ['rosters'] }),
      ]),
  })
}
