import { useMutation, useQueryClient } from '@tanstack/react-query'
import { updateOrganisation } from '../../api/commands.ts'
import type { Organisation, OrganisationUpdate } from '../../api/types.ts'
import { showToast } from '../../ui/toast.ts'

/** Saves a part of the organisation; what others changed meanwhile is loaded when the version was stale. */
export const useSaveOrganisation = (organisation: Organisation) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: OrganisationUpdate) => updateOrganisation(organisation.version, body),
    onSuccess: async (saved) => {
      client.setQueryData(['organisation'], saved)
      showToast({ kind: 'success', title: 'Saved' })
      await Promise.all([
        client.invalidateQueries({ queryKey: ['me'] }),
        client.invalidateQueries({ queryKey: ['grid'] }),
      ])
    },
  })
}
