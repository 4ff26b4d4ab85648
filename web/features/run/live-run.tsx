import { useMutation, useQueryClient } from '@tanstack/react-query'
import { OctagonX } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cancelRun } from '../../api/commands.ts'
import type { RosterGrid, RunProgress } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { countText, longNumber, numberText } from '../../ui/numbers.ts'
import { showToast } from '../../ui/toast.ts'
import { Card } from '../shell/page.tsx'
import styles from './live-run.module.css'
import { RunCurve } from './run-curve.tsx'

const tickMs = 250

/** Milliseconds since the run began, moving on between the points that arrive. */
const useElapsedMs = (startedAt: string | null, lastAtMs: number): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [])
  return startedAt === null ? 0 : Math.max(lastAtMs, now - Date.parse(startedAt))
}

/** A run at work: what is still open, what is still broken, how the score falls, and a way to stop. */
export const LiveRun = ({ progress, grid }: { progress: RunProgress; grid: RosterGrid }) => {
  const { run, points } = progress
  const client = useQueryClient()
  const last = points.at(-1)
  const first = points[0]
  const elapsedMs = useElapsedMs(run.startedAt, last?.atMs ?? 0)
  const share = Math.min(1, elapsedMs / (run.seconds * 1000))
  const isQueued = run.state === 'queued'

  const cancel = useMutation({
    mutationFn: () => cancelRun(run.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['progress', run.id] }),
    onError: (error) => showToast({ kind: 'error', title: 'Not cancelled', text: error.message }),
  })
  const isCancelling = run.cancelRequested || cancel.isSuccess

  return (
    <>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>
            {isQueued ? 'Waiting for its turn' : isCancelling ? 'Stopping' : 'Looking for the best roster'}
          </h1>
          <p className={styles.subtitle}>
            {countText(grid.employees.length, 'person', 'people')}, {countText(grid.shifts.length, 'shift')},{' '}
            {countText(grid.roster.days, 'day')}
          </p>
        </div>
        <Button
          look="danger"
          icon={<OctagonX size={14} />}
          busy={cancel.isPending}
          disabled={isCancelling}
          onClick={() => cancel.mutate()}
        >
          {isCancelling ? 'Stopping' : 'Stop'}
        </Button>
      </header>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Time used"
        aria-valuemin={0}
        aria-valuemax={run.seconds}
        aria-valuenow={Math.round(elapsedMs / 1000)}
        data-waiting={isQueued || undefined}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <div className={styles.counters}>
        <Counter
          label="Places open"
          value={last?.missingHeads}
          from={first?.missingHeads}
          zeroWords="every place filled"
        />
        <Counter
          label="Rules broken"
          value={last?.hardBreaches}
          from={first?.hardBreaches}
          zeroWords="every rule kept"
          bad
        />
        {last?.score !== null && (
          <Counter label="Wishes, balance, cost" value={last?.score.soft} from={first?.score?.soft} />
        )}
        <div className={styles.counter}>
          <span className={styles.label}>Time</span>
          <span className={styles.value}>
            {Math.floor(elapsedMs / 1000)}
            <small> of {run.seconds} s</small>
          </span>
          <span className={styles.note}>{last ? `${longNumber(last.evaluations)} rosters judged` : 'starting'}</span>
        </div>
      </div>
      <Card>
        <RunCurve points={points} />
      </Card>
      <p className={styles.foot}>
        You may leave this page: the run goes on, and its proposal waits for you. Nothing changes before you accept it.
      </p>
      <p className="visually-hidden" aria-live="polite">
        {last ? `${countText(last.missingHeads, 'place')} open, ${countText(last.hardBreaches, 'rule')} broken` : ''}
      </p>
    </>
  )
}

interface CounterProps {
  label: string
  value: number | undefined
  /** The first value of the run. */
  from: number | undefined
  zeroWords?: string
  bad?: boolean
}

const Counter = ({ label, value, from, zeroWords, bad }: CounterProps) => (
  <div className={styles.counter} data-state={value === 0 && zeroWords ? 'done' : bad && value ? 'bad' : undefined}>
    <span className={styles.label}>{label}</span>
    <span className={styles.value}>{value === undefined ? '–' : numberText(value)}</span>
    <span className={styles.note}>
      {value === 0 && zeroWords
        ? zeroWords
        : value !== undefined && from !== undefined && from > value
          ? `${numberText(from - value)} fewer than at first`
          : ' '}
    </span>
  </div>
)
