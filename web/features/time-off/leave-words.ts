// Amounts and states of leave in words.
import type { TimeOff, TimeOffType } from '../../api/types.ts'
import { durationText } from '../../ui/numbers.ts'

const days = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** "5 days", "1 day", "2.5 days"; "6 h 30 min" for kinds counted in hours. Below zero with a minus before it. */
export const amountText = (minutes: number, type: Pick<TimeOffType, 'unit' | 'minutesPerDay'>): string => {
  if (type.unit === 'hours') return `${minutes < 0 ? '−' : ''}${durationText(Math.abs(minutes))}`
  const count = minutes / type.minutesPerDay
  return `${days.format(count).replace('-', '−')} ${Math.abs(count) === 1 ? 'day' : 'days'}`
}

export const leaveStates: Readonly<
  Record<TimeOff['state'], { kind: 'warning' | 'success' | 'danger' | 'neutral'; word: string }>
> = {
  pending: { kind: 'warning', word: 'Waiting' },
  approved: { kind: 'success', word: 'Approved' },
  rejected: { kind: 'danger', word: 'Rejected' },
  cancelled: { kind: 'neutral', word: 'Taken back' },
}

/** What leave of a kind comes to; nothing for kinds without a balance. */
export const takenText = (request: Pick<TimeOff, 'minutes'>, type: TimeOffType | undefined): string | null =>
  type?.hasBalance ? amountText(request.minutes, type) : null

/** A policy in one sentence each. */
export const policySentences = (type: TimeOffType): string[] => {
  const sentences = [type.isPaid ? 'Paid' : 'Unpaid']
  if (type.hasBalance) {
    sentences.push(`counted in ${type.unit}, ${durationText(type.minutesPerDay)} a day`)
    if (type.accrualMinutesPerMonth > 0) sentences.push(`${amountText(type.accrualMinutesPerMonth, type)} a month`)
    sentences.push(
      type.carryOverMinutesMax === null
        ? 'all of it goes over into the next year'
        : `at most ${amountText(type.carryOverMinutesMax, type)} go over into the next year`,
    )
    if (type.mayGoBelowZero) sentences.push('may go below zero')
  } else sentences.push('no balance')
  if (type.noticeDaysMin > 0) sentences.push(`${type.noticeDaysMin} days of notice`)
  sentences.push(['granted at once', 'one approval', 'two approvals'][type.approvalLevels] ?? '')
  return sentences
}
