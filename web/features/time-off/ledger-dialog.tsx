import { useQuery } from '@tanstack/react-query'
import { ledgerQuery } from '../../api/time-off.ts'
import type { Balance, LedgerEntry } from '../../api/types.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, Skeleton } from '../../ui/states.tsx'
import { dayText } from '../calendar/span-text.ts'
import styles from './balances-page.module.css'
import { amountText } from './leave-words.ts'

const kinds: Readonly<Record<LedgerEntry['kind'], string>> = {
  opening: 'Start',
  accrual: 'Earned',
  'carry-over': 'From last year',
  expiry: 'Expired',
  adjustment: 'Adjusted',
  request: 'Leave',
  return: 'Given back',
}

/** Every entry that a balance is the sum of, newest first. */
export const LedgerDialog = ({ balance, onClose }: { balance: Balance; onClose(): void }) => {
  const entries = useQuery(ledgerQuery(balance.employeeId, balance.typeId))
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={balance.employeeName}
      description={`${balance.typeName}: ${amountText(balance.minutes, balance)} left`}
    >
      {entries.isPending && <Skeleton rows={4} height={28} />}
      {entries.error && <Notice kind="danger">{entries.error.message}</Notice>}
      {entries.data && (
        <table className={styles.entries}>
          <thead>
            <tr>
              <th>Day</th>
              <th>What</th>
              <th>Amount</th>
            </tr>
          </thead>
          <tbody>
            {entries.data.map((entry) => (
              <tr key={entry.id}>
                <td>{dayText(entry.effectiveOn)}</td>
                <td>
                  {kinds[entry.kind]}
                  {entry.note && `: ${entry.note}`}
                </td>
                <td>
                  {entry.minutes > 0 && '+'}
                  {amountText(entry.minutes, balance)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
