// Pay periods in words, and the steps from each state. Pure.
import type { PayPeriod } from '../../api/types.ts'

type State = PayPeriod['state']

export const periodWords: Readonly<Record<State, { kind: 'info' | 'warning' | 'success' | 'neutral'; word: string }>> =
  {
    open: { kind: 'info', word: 'Open' },
    closed: { kind: 'warning', word: 'Closed' },
    processing: { kind: 'warning', word: 'In payroll' },
    final: { kind: 'success', word: 'Final' },
  }

/** What may be done next: on, and one step back before it is final. */
export const periodSteps: Readonly<Record<State, readonly { to: State; label: string; isOn: boolean }[]>> = {
  open: [{ to: 'closed', label: 'Close', isOn: true }],
  closed: [
    { to: 'open', label: 'Open again', isOn: false },
    { to: 'processing', label: 'Start payroll', isOn: true },
  ],
  processing: [
    { to: 'closed', label: 'Back to closed', isOn: false },
    { to: 'final', label: 'Make final', isOn: true },
  ],
  final: [],
}

/** The period that a day lies in, else the last one before it, else the first. */
export const periodOn = (periods: readonly PayPeriod[], day: string): PayPeriod | undefined =>
  periods.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay) ??
  periods.findLast(({ lastDay }) => lastDay < day) ??
  periods[0]
