import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../api/request.ts'
import { showToast } from '../../ui/toast.ts'

interface SaveOptions {
  /** First words of the keys that show what is written. */
  keys: readonly string[]
  /** Said when it is written. */
  done: string
  onSaved?(): void
}

/**
 * Runs one write of a form. What it touches is read again, also after a stale version, of which the user is told: what is
 * saved next goes against the record as it is then. Other refusals stay in `error`, for the form to show.
 */
export const useSave = ({ keys, done, onSaved }: SaveOptions) => {
  const client = useQueryClient()
  const readAgain = () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      showToast({ kind: 'success', title: done })
      await readAgain()
      onSaved?.()
    },
    onError: async (failure) => {
      if (!(failure instanceof ApiError) || failure.code !== 'version_conflict') return
      showToast({
        kind: 'error',
        title: 'Somebody else was faster',
        text: 'This was changed meanwhile and is loaded anew. Look at it, then save again.',
      })
      await readAgain()
    },
  })
  return { save: mutate, isSaving: isPending, error, reset }
}
