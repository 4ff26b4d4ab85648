import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { acceptProposal, rejectProposal } from '../../api/commands.ts'
import type { Proposal, RosterGrid } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { numberText } from '../../ui/numbers.ts'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
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
    mutationFn: () =>
      acceptProposal(
        run.id,
        grid.roster.version,
        isAll ? { all: true } : { all: false, ...chosenChanges(choice.groups, choice.chosen) },
      ),
    onSuccess: async () => {
      await decided()
      showToast({
        kind: 'success',
        title: 'Accepted',
        text: `${numberText(choice.chosen.size)} changes stand in the roster.`,
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

  if (!can('rosters:write')) return null
  const error = accept.error ?? reject.error
  return (
    <div className={styles.bar}>
      {error && <Notice kind="danger">{refusalText(error, grid)}</Notice>}
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
          onClick={() => accept.mutate()}
        >
          {isAll ? 'Accept all' : `Accept ${numberText(choice.chosen.size)}`}
        </Button>
      </div>
    </div>
  )
}
