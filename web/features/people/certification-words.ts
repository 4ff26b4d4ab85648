// Papers and their states in words.
import type { Certification } from '../../api/types.ts'
import { daysBetween } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'

type Kind = 'success' | 'warning' | 'danger' | 'neutral' | 'info'

const states: Readonly<Record<Certification['state'], { kind: Kind; word: string }>> = {
  pending: { kind: 'info', word: 'Not there yet' },
  active: { kind: 'success', word: 'In force' },
  expired: { kind: 'danger', word: 'Expired' },
  revoked: { kind: 'danger', word: 'Revoked' },
  'renewal-pending': { kind: 'info', word: 'Being renewed' },
}

/** From so many days on a paper's end is told. */
const noticeDays = 90
/** From so many days on it presses. */
const pressingDays = 7

/** "Last day today", "7 days left". */
export const daysLeftText = (days: number): string => (days === 0 ? 'Last day today' : `${countText(days, 'day')} left`)
export const daysLeftKind = (days: number): 'danger' | 'warning' => (days <= pressingDays ? 'danger' : 'warning')

/** A paper's state on a day; one in force that ends soon says how many days are left. */
export const certificationState = (
  { state, expiresOn }: Pick<Certification, 'state' | 'expiresOn'>,
  day: string,
): { kind: Kind; word: string } => {
  const left = expiresOn === null ? null : daysBetween(day, expiresOn)
  if (state !== 'active' || left === null || left < 0 || left > noticeDays) return states[state]
  return { kind: daysLeftKind(left), word: daysLeftText(left) }
}
