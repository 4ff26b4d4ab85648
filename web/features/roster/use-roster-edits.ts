// Hand edits as the page does them: shown at once, judged by the server one after the other, rolled back with its reasons.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { changeAssignments, editRoster } from '../../api/commands.ts'
import { newId } from '../../api/new-id.ts'
import { gridQuery } from '../../api/queries.ts'
import { ApiError } from '../../api/request.ts'
import type { RosterGrid } from '../../api/types.ts'
import { invertDiff, type RosterDiff } from '../../store/roster-diff.ts'
import { dropEdit, emptyStack, recordEdit, redoEdit, type UndoStack, undoEdit } from '../../store/undo-stack.ts'
import { showToast } from '../../ui/toast.ts'
import { applyDiff, applyResult } from './apply-diff.ts'
import type { Plan } from './plan-edit.ts'
import { refusalText } from './refusal-text.ts'

const settleMs = 1200

interface Question {
  /** One sentence a line. */
  warning: string
  answer(reason: string | null): void
}

export interface RosterEdits {
  /** Carries out a planned edit, or says why it cannot be. */
  run(plan: Plan): void
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
  /** Edits on their way to the server. */
  pending: number
  /** A rule warns against the edit under way: why it is made all the same, or null to leave it. */
  question: Question | null
  /** The last thing done, for screen readers. */
  announcement: string
}

export const useRosterEdits = (rosterId: string): RosterEdits => {
  const client = useQueryClient()
  const options = useMemo(() => gridQuery(rosterId), [rosterId])
  const [stack, setStack] = useState<UndoStack>(emptyStack)
  const [pending, setPending] = useState(0)
  const [announcement, setAnnouncement] = useState('')
  const [question, setQuestion] = useState<Question | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = useCallback(
    (diff: RosterDiff) => client.setQueryData(options.queryKey, (grid) => grid && applyDiff(grid, diff, newId)),
    [client, options],
  )

  const refused = useCallback(
    (diff: RosterDiff, error: unknown) => {
      show(invertDiff(diff))
      setStack((before) => dropEdit(before, diff.id))
      const grid = client.getQueryData(options.queryKey)
      showToast({ kind: 'error', title: 'Not done', text: refusalText(error, grid) })
      setAnnouncement(`Taken back: ${refusalText(error, grid)}`)
      if (error instanceof ApiError && !['conflict', 'reason_required'].includes(error.code))
        client.invalidateQueries({ queryKey: options.queryKey })
    },
    [client, options, show],
  )

  /** Waits for the planner; edits that were made since wait behind this one. */
  const askWhy = useCallback((error: unknown, grid: RosterGrid | undefined): Promise<string | null> => {
    if (!(error instanceof ApiError) || error.code !== 'reason_required') return Promise.resolve(null)
    return new Promise((resolve) => {
      const answer = (reason: string | null) => {
        setQuestion(null)
        resolve(reason)
      }
      setQuestion({ warning: refusalText(error, grid), answer })
    })
  }, [])

  const deliver = useCallback(
    async (diff: RosterDiff, reason: string | null = null): Promise<void> => {
      const grid = client.getQueryData(options.queryKey)
      if (!grid) return
      try {
        const body = {
          add: [...diff.added],
          remove: [...diff.removed],
          pin: [...(diff.pinned ?? [])],
          unpin: [...(diff.unpinned ?? [])],
          reason,
        }
        const { version } = grid.roster
        const updateShifts = diff.resized?.map(({ shiftId, to }) => ({ id: shiftId, ...to }))
        const result = updateShifts
          ? await editRoster(rosterId, version, { ...body, updateShifts })
          : await changeAssignments(rosterId, version, body)
        client.setQueryData(options.queryKey, (now) => now && applyResult(now, result))
      } catch (error) {
        const said = await askWhy(error, grid)
        if (said === null) refused(diff, error)
        else await deliver(diff, said)
      }
    },
    [askWhy, client, options, refused, rosterId],
  )

  const send = useCallback(
    (diff: RosterDiff, announced: string) => {
      clearTimeout(settle.current)
      client.cancelQueries({ queryKey: options.queryKey, exact: true })
      show(diff)
      setAnnouncement(announced)
      waiting.current += 1
      setPending(waiting.current)
      queue.current = queue.current
        .then(() => deliver(diff))
        .finally(() => {
          waiting.current -= 1
          setPending(waiting.current)
          if (waiting.current > 0) return
          // Key figures and cover reasons come from the server; they are read again when the hands rest.
          settle.current = setTimeout(
            () => client.invalidateQueries({ queryKey: options.queryKey, exact: true }),
            settleMs,
          )
        })
    },
    [client, deliver, options, show],
  )

  const run = useCallback(
    (plan: Plan) => {
      if (plan.kind === 'refused') {
        showToast({ title: plan.reason })
        setAnnouncement(plan.reason)
        return
      }
      setStack((before) => recordEdit(before, plan.diff))
      send(plan.diff, plan.diff.label)
    },
    [send],
  )

  const undo = useCallback(() => {
    const { stack: next, diff } = undoEdit(stack)
    if (!diff) return
    setStack(next)
    send(invertDiff(diff), `Undone: ${diff.label}`)
  }, [send, stack])

  const redo = useCallback(() => {
    const { stack: next, diff } = redoEdit(stack)
    if (!diff) return
    setStack(next)
    send(diff, `Done again: ${diff.label}`)
  }, [send, stack])

  return {
    run,
    undo,
    redo,
    canUndo: stack.done.length > 0,
    canRedo: stack.undone.length > 0,
    pending,
    question,
    announcement,
  }
}
