import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Coffee, LogIn, LogOut, MapPin } from 'lucide-react'
import { clockQuery, pressClock } from '../../api/attendance.ts'
import type { Clock } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { durationText } from '../../ui/numbers.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { timeText, whenText } from '../exchange/shift-text.ts'
import { useAct } from '../exchange/use-act.ts'
import { Card } from '../shell/page.tsx'
import styles from './clock.module.css'
import { minutesSoFar, type PressKind, pressesOf, pressWords, stateWords } from './clock-time.ts'
import { findPosition } from './find-position.ts'
import { useNow } from './use-now.ts'

const tickMs = 15_000
const icons = { in: LogIn, out: LogOut, 'break-start': Coffee, 'break-end': LogIn } as const

/** One's own clock: the state and since when, one big button for what comes next, and the shift it is about. */
export const OwnClock = () => {
  const clock = useQuery(clockQuery)
  if (clock.isPending) return <Skeleton rows={1} height={320} />
  if (clock.error) return <ErrorState title="The clock cannot be shown" error={clock.error} onRetry={clock.refetch} />
  return <ClockFace clock={clock.data} />
}

const ClockFace = ({ clock }: { clock: Clock }) => {
  const client = useQueryClient()
  const nowMs = useNow(tickMs)
  const { act, busyId } = useAct('attendance')
  const { state, since, entry, shift } = clock
  const { main, other } = pressesOf[state]
  const MainIcon = icons[main]
  const press = (kind: PressKind) =>
    act({
      id: kind,
      done: pressWords[kind],
      work: async () => {
        const position = kind === 'in' && shift?.needsPosition ? await findPosition() : undefined
        client.setQueryData(clockQuery.queryKey, await pressClock({ kind, ...(position && { position }) }))
      },
    })
  return (
    <Card>
      <div className={styles.clock} data-state={state}>
        <p className={styles.state} aria-live="polite">
          <b>{stateWords[state]}</b>
          {since && <span> since {timeText(since, shift?.zone)}</span>}
        </p>
        <p className={styles.worked}>
          {entry && state !== 'out' ? durationText(minutesSoFar(entry, nowMs)) : workedToday(clock)}
        </p>
        <button
          type="button"
          className={styles.main}
          disabled={busyId !== null}
          aria-busy={busyId === main || undefined}
          onClick={() => press(main)}
        >
          <MainIcon size={34} strokeWidth={1.75} />
          {pressWords[main]}
        </button>
        {other && (
          <Button size="large" busy={busyId === other} disabled={busyId !== null} onClick={() => press(other)}>
            {pressWords[other]}
          </Button>
        )}
        <p className={styles.shift}>
          {shift ? `${shift.name} at ${shift.siteName}, ${whenText(shift.start, shift.end, shift.zone)}` : noShift}
        </p>
        {shift?.needsPosition && state === 'out' && (
          <p className={styles.hint}>
            <MapPin size={13} /> {shift.siteName} asks where you are when you clock in.
          </p>
        )}
      </div>
    </Card>
  )
}

const noShift = 'No shift is planned for you within a day.'
const workedToday = ({ entry }: Clock): string =>
  entry?.workedMinutes ? `${durationText(entry.workedMinutes)} worked today` : ' '
