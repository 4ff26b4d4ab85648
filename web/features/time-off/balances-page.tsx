import { useQuery } from '@tanstack/react-query'
import { Scale, Search } from 'lucide-react'
import { useState } from 'react'
import { balancesQuery, timeOffTypesQuery } from '../../api/time-off.ts'
import type { Balance } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import rows from '../../ui/rows.module.css'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'
import styles from './balances-page.module.css'
import { amountText } from './leave-words.ts'
import { LedgerDialog } from './ledger-dialog.tsx'
import { TimeOffFrame } from './time-off-frame.tsx'

/** What everybody has left of one kind, how it came about, and corrections with their reason. */
export const BalancesPage = () => {
  const { can } = useMe()
  const types = useQuery(timeOffTypesQuery)
  const balances = useQuery(balancesQuery())
  const [chosenType, setType] = useState<string | null>(null)
  const [isAdjusting, setAdjusting] = useState(false)
  const counted = types.data?.filter(({ hasBalance }) => hasBalance) ?? []
  const type = counted.find(({ id }) => id === chosenType) ?? counted[0]
  const shown = (balances.data ?? [])
    .filter(({ typeId }) => typeId === type?.id)
    .toSorted((a, b) => a.employeeName.localeCompare(b.employeeName))
  return (
    <TimeOffFrame
      title="Balances"
      actions={
        can('people:write') &&
        type && (
          <Button look="primary" onClick={() => setAdjusting(true)}>
            Adjust a balance
          </Button>
        )
      }
    >
      {(types.isPending || balances.isPending) && <Skeleton rows={6} height={44} />}
      {balances.error && (
        <ErrorState title="The balances could not be loaded" error={balances.error} onRetry={balances.refetch} />
      )}
      {types.data && counted.length === 0 && (
        <EmptyState icon={<Scale size={20} />} title="No kind of leave has a balance">
          Add a kind of leave that is counted, and what people have left appears here.
        </EmptyState>
      )}
      {type && balances.data && (
        <section className={rows.section}>
          <div>
            <Select label="Kind of leave" value={type.id} onChange={(event) => setType(event.target.value)}>
              {counted.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
          {shown.length === 0 ? (
            <EmptyState compact icon={<Search size={20} />} title="Nobody has an entry yet">
              Adjust a balance to say what somebody starts with.
            </EmptyState>
          ) : (
            <BalanceTable balances={shown} />
          )}
        </section>
      )}
      {isAdjusting && type && <AdjustDialog type={type} onClose={() => setAdjusting(false)} />}
    </TimeOffFrame>
  )
}

const BalanceTable = ({ balances }: { balances: readonly Balance[] }) => {
  const [opened, setOpened] = useState<Balance | null>(null)
  return (
    <Card flush>
      <ul>
        {balances.map((balance) => (
          <li key={balance.employeeId} className={styles.line}>
            <span className={rows.name}>{balance.employeeName}</span>
            <span className={styles.amount} data-low={balance.minutes < 0 || undefined}>
              {amountText(balance.minutes, balance)}
            </span>
            <Button size="small" aria-label={`Entries of ${balance.employeeName}`} onClick={() => setOpened(balance)}>
              Entries
            </Button>
          </li>
        ))}
      </ul>
      {opened && <LedgerDialog balance={opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}
