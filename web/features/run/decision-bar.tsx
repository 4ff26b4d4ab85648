import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { acceptProposal, rejectProposal } from '../../api/commands.ts'
import { ApiError } from '../../api/request.ts'
import type { Proposal, RosterGrid } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { numberText } from '../../ui/numbers.ts'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
import { ReasonDialog } from '../roster/reason-dialog.tsx'
import { refusalText } from '../roster/refusal-text.ts'
import { useMe } from '../session/use-me.ts'
import styles from './decision-bar.module.css'
import { chosenChanges } from './proposal-diff.ts'
import type { ChangeChoice } from './use-chosen-changes.ts'

interface DecisionBarProps {
  proposal: Proposal
  grid: RosterGrid
  choice: ChangeChoice
}

/** Accept all, accept what is chosen, or reject. Stays in sight. */
export const DecisionBar = ({ proposal, grid, choice }: DecisionBarProps) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { can } = useMe()
  const { run } = proposal
  const isAll = choice.chosen.size === choice.total
  const isPublished = grid.roster.state === 'published'

  const decided = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['grid', run.rosterId] }),
      client.invalidateQueries({ queryKey: ['progress', run.id] }),
      client.invalidateQueries({ queryKey: ['runs', run.rosterId] }),
    ])
    client.removeQueries({ queryKey: ['proposal', run.id] })
    await navigate({ to: '/rosters/$rosterId', params: { rosterId: run.rosterId } })
  }
  const accept = useMutation({
    mutationFn: (reason: string | null) =>
      acceptProposal(run.id, grid.roster.version, {
        ...(isAll ? { all: true } : { all: false, ...chosenChanges(choice.groups, choice.chosen) }),
        reason,
      }),
    onSuccess: async () => {
      await decided()
      showToast({
        kind: 'success',
        title: 'Accepted',
        text: `${numberText(choice.chosen.size)} changes stand in the roster.${isPublished ? ' Those concerned are told.' : ''}`,
      })
    },
    onError: () => client.invalidateQueries({ queryKey: ['grid', run.rosterId] }),
  })
  const reject = useMutation({
    mutationFn: () => rejectProposal(run.id),
    onSuccess: async () => {
      await decided()
      showToast({ title: 'Rejected', text: 'The roster stays as it was.' })
    },
  })

  if (!can('rosters:write') || (isPublished && !can('rosters:publish'))) return null
  const error = accept.error ?? reject.error
  const asksWhy = error instanceof ApiError && error.code === 'reason_required'
  return (
    <div className={styles.bar}>
      {error && !asksWhy && <Notice kind="danger">{refusalText(error, grid)}</Notice>}
      <div className={styles.row}>
        <span className={styles.count}>
          {isAll
            ? `${numberText(choice.total)} changes`
            : `${numberText(choice.chosen.size)} of ${numberText(choice.total)} changes chosen`}
        </span>
        <Button busy={reject.isPending} disabled={accept.isPending} onClick={() => reject.mutate()}>
          Reject
        </Button>
        <Button
          look="primary"
          icon={<Check size={15} />}
          busy={accept.isPending}
          disabled={choice.chosen.size === 0 || reject.isPending}
          onClick={() => accept.mutate(null)}
        >
          {isAll ? 'Accept all' : `Accept ${numberText(choice.chosen.size)}`}
        </Button>
      </div>
      {asksWhy && (
        <ReasonDialog
          title="This goes against a rule"
          description="The rule only warns: with a reason the changes are made, and the reason is kept with the roster."
          warning={refusalText(error, grid)}
          label="Reason"
          action="Accept all the same"
          busy={accept.isPending}
          onReason={accept.mutate}
          onClose={accept.reset}
        />
      )}
    </div>
  )
}
