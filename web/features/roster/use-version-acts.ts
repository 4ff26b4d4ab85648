import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../api/request.ts'
import type { Roster, RosterGrid, RosterVersion } from '../../api/types.ts'
import { keepVersion, restoreVersion } from '../../api/versions.ts'
import { showToast } from '../../ui/toast.ts'
import { refusalText } from './refusal-text.ts'

interface Question {
  warning: string
  answer(reason: string): void
}

/** Keeping and restoring versions; a rule that warns asks for a reason first. */
export const useVersionActs = (roster: Roster, grid: RosterGrid, onRestored: () => void) => {
  const client = useQueryClient()
  const [question, setQuestion] = useState<Question | null>(null)
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['versions', roster.id] }),
      client.invalidateQueries({ queryKey: ['grid', roster.id] }),
    ])
  const keep = useMutation({
    mutationFn: (note: string | null) => keepVersion(roster, note),
    onSuccess: ({ number }) => showToast({ kind: 'success', title: `Kept as version ${number}` }),
    onSettled: readAgain,
  })
  const restore = useMutation({
    mutationFn: ({ version, reason }: { version: RosterVersion; reason: string | null }) =>
      restoreVersion(version.id, roster.version, reason),
    onSuccess: (_, { version }) => {
      showToast({ kind: 'success', title: `The roster stands as in version ${version.number}` })
      onRestored()
    },
    onError: (error, { version }) => {
      if (!(error instanceof ApiError) || error.code !== 'reason_required') return
      setQuestion({
        warning: refusalText(error, grid),
        answer: (reason) => {
          setQuestion(null)
          restore.mutate({ version, reason })
        },
      })
    },
    onSettled: readAgain,
  })
  const failure = keep.error ?? restore.error
  const isAsked = failure instanceof ApiError && failure.code === 'reason_required'
  return {
    keep: (note: string | null, onKept: () => void) => keep.mutate(note, { onSuccess: onKept }),
    restore: (version: RosterVersion, reason: string | null) => restore.mutate({ version, reason }),
    isKeeping: keep.isPending,
    restoringId: restore.isPending ? restore.variables.version.id : null,
    error: failure && !isAsked ? refusalText(failure, grid) : null,
    question,
    dropQuestion: () => setQuestion(null),
  }
}
