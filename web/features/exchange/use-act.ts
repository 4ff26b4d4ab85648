import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '../../ui/toast.ts'

/** The first word of the keys under which what is touched is kept. */
type Touched = 'exchange' | 'messages' | 'attendance' | 'time-off'

/** Runs one act at the press of a button: what it touches is read again, and a refusal is shown in the API's own words. */
export const useAct = (key: Touched = 'exchange') => {
  const client = useQueryClient()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: ({ work }: { id: string; work(): Promise<unknown>; done?: string }) => work(),
    onSuccess: (_, { done }) => {
      if (done !== undefined) showToast({ kind: 'success', title: done })
    },
    onError: (error) => showToast({ kind: 'error', title: 'Not done', text: error.message }),
    onSettled: () =>
      Promise.all([key, 'grid', 'rosters'].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  })
  return { act: mutate, busyId: isPending ? variables.id : null }
}
