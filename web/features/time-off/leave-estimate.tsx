import { useQuery } from '@tanstack/react-query'
import { timeOffEstimateQuery } from '../../api/time-off.ts'
import type { TimeOffType } from '../../api/types.ts'
import { Notice } from '../../ui/states.tsx'
import { amountText } from './leave-words.ts'

interface LeaveEstimateProps {
  wanted: { start: string; end: string; typeId: string; employeeId?: string }
  type: TimeOffType
  isOwn: boolean
}

/** What leave would take and leave, or why it would be refused, in the API's own words. */
export const LeaveEstimate = ({ wanted, type, isOwn }: LeaveEstimateProps) => {
  const estimate = useQuery(timeOffEstimateQuery(wanted))
  if (estimate.error) return <Notice kind="warning">{estimate.error.message}</Notice>
  if (!estimate.data) return <Notice>Counting what it takes …</Notice>
  const { minutes, balanceMinutes } = estimate.data
  if (balanceMinutes === null) return <Notice>{type.name} takes nothing from any balance.</Notice>
  if (minutes === 0) return <Notice>These days are free anyway: nothing is taken from the balance.</Notice>
  const before = balanceMinutes + minutes
  const sentence = `Takes ${amountText(minutes, type)} of ${amountText(before, type)}: ${amountText(balanceMinutes, type)} left afterwards.`
  const isShort = balanceMinutes < 0 && !type.mayGoBelowZero
  return (
    <Notice kind={isShort ? 'danger' : balanceMinutes < 0 ? 'warning' : 'info'}>
      {isShort
        ? `${isOwn ? 'Your' : 'The'} balance does not suffice: it takes ${amountText(minutes, type)}, and ${amountText(before, type)} are left.`
        : sentence}
    </Notice>
  )
}
