import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Flag, Info } from 'lucide-react'
import { useState } from 'react'
import { proposalQuery } from '../../api/queries.ts'
import type { Proposal, RosterGrid, Run, RunPoint } from '../../api/types.ts'
import { buttonClass } from '../../ui/button.tsx'
import { countText, longNumber } from '../../ui/numbers.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Badge, EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { BreachReasons } from '../roster/breach-reasons.tsx'
import { Card } from '../shell/page.tsx'
import { ChangeList } from './change-list.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { KeyFigures } from './key-figures.tsx'
import styles from './proposal-view.module.css'
import { RunCurve } from './run-curve.tsx'
import { UnfilledList } from './unfilled-list.tsx'
import { useChosenChanges } from './use-chosen-changes.ts'

type Tab = 'changes' | 'unfilled' | 'rules' | 'curve'

interface ProposalViewProps {
  run: Run
  points: readonly RunPoint[]
  grid: RosterGrid
}

/** What a run proposes, against the roster as it stands; a person decides. */
export const ProposalView = ({ run, points, grid }: ProposalViewProps) => {
  const proposal = useQuery(proposalQuery(run.id))
  if (proposal.data) return <Loaded proposal={proposal.data} run={run} points={points} grid={grid} />
  if (proposal.error)
    return <ErrorState title="The proposal could not be loaded" error={proposal.error} onRetry={proposal.refetch} />
  return <Skeleton rows={5} height={84} />
}

const decisionWords: Readonly<Record<Run['decision'], string | null>> = {
  none: null,
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  rejected: 'Rejected',
}

const titleOf = (proposal: Proposal, run: Run): string => {
  if (run.state === 'cancelled') return 'Stopped: the best roster so far'
  const missing = proposal.unfilled.reduce((sum, one) => sum + one.missingHeads, 0)
  return missing === 0 ? 'Every place can be filled' : `All but ${countText(missing, 'place')} can be filled`
}

/** A change a week ahead counts one, within a week three and within a day ten, unless the organisation says otherwise. */
const disruptionText = ({ changes, points }: Proposal['disruption']): string =>
  `${countText(changes, 'change')} for people; weighed by notice: ${countText(points, 'point')}.`

/** Scores are compared level by level; lower is better. */
const isWorse = ({ scoreBefore: before, scoreAfter: after }: Proposal): boolean => {
  for (const level of ['hard', 'medium', 'soft'] as const)
    if (before[level] !== after[level]) return after[level] > before[level]
  return false
}

const Loaded = ({ proposal, run, points, grid }: ProposalViewProps & { proposal: Proposal }) => {
  const [tab, setTab] = useState<Tab>('changes')
  const choice = useChosenChanges(proposal, grid)
  const hard = proposal.breaches.filter((breach) => breach.level === 'hard')
  const missing = proposal.unfilled.reduce((sum, one) => sum + one.missingHeads, 0)
  const decided = decisionWords[run.decision]
  const changeCount = proposal.added.length + proposal.removed.length
  const tabs: { value: Tab; label: string }[] = [
    { value: 'changes', label: `Changes ${changeCount}` },
    { value: 'unfilled', label: `Still open ${missing}` },
    { value: 'rules', label: `Broken rules ${hard.length}` },
    { value: 'curve', label: 'Search' },
  ]
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.title}>
          {titleOf(proposal, run)}{' '}
          {decided && <Badge kind={run.decision === 'rejected' ? 'neutral' : 'success'}>{decided}</Badge>}
        </h1>
        <p className={styles.subtitle}>
          {longNumber(run.evaluations)} rosters judged in {Math.max(1, Math.round((run.elapsedMs ?? 0) / 1000))} s.{' '}
          {hard.length === 0 ? 'Every rule is kept.' : `${countText(hard.length, 'rule is', 'rules are')} broken.`}
          {run.scope === 'repair' && ` ${disruptionText(proposal.disruption)}`}
        </p>
      </header>
      {isWorse(proposal) && run.decision === 'none' && (
        <Notice kind="warning" icon={<Info size={15} />}>
          The roster as it stands is better than this proposal. Give the run more time, or reject it.
        </Notice>
      )}
      <KeyFigures before={proposal.before} after={proposal.after} />
      <div className={styles.tabs}>
        <Segmented<Tab> label="Part of the proposal" value={tab} options={tabs} onChange={setTab} />
      </div>
      {tab === 'changes' &&
        (changeCount === 0 ? (
          <NothingToChange run={run} />
        ) : (
          <ChangeList groups={choice.groups} grid={grid} choice={choice} decided={run.decision !== 'none'} />
        ))}
      {tab === 'unfilled' && <UnfilledList unfilled={proposal.unfilled} grid={grid} />}
      {tab === 'rules' &&
        (hard.length === 0 ? (
          <Card>
            <EmptyState compact icon={<CircleCheck size={20} />} title="Every rule is kept">
              Rest, skills, hours and time off are all in order.
            </EmptyState>
          </Card>
        ) : (
          <Card>
            <div className={styles.reasons}>
              <Notice kind="danger" icon={<Flag size={15} />}>
                These could not be kept together with the rest. Look at the shifts and people they name.
              </Notice>
              <BreachReasons breaches={hard} grid={grid} />
            </div>
          </Card>
        ))}
      {tab === 'curve' && (
        <Card>
          {points.length > 1 ? <RunCurve points={points} /> : <p className={styles.subtitle}>The run left no curve.</p>}
        </Card>
      )}
      {run.decision === 'none' && changeCount > 0 && <DecisionBar proposal={proposal} grid={grid} choice={choice} />}
    </>
  )
}

const NothingToChange = ({ run }: { run: Run }) => (
  <Card>
    <EmptyState
      compact
      icon={<Info size={20} />}
      title={run.decision === 'none' ? 'The roster is as good already' : 'Nothing is left to change'}
      action={
        <Link to="/rosters/$rosterId" params={{ rosterId: run.rosterId }} className={buttonClass({})}>
          Back to the roster
        </Link>
      }
    >
      {run.decision === 'none'
        ? 'The run found nothing better than what stands. More time or another seed may.'
        : 'What this run proposed stands in the roster.'}
    </EmptyState>
  </Card>
)
