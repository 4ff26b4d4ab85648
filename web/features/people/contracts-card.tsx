import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { organisationQuery } from '../../api/queries.ts'
import type { Employee } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { moneyText } from '../../ui/numbers.ts'
import { Badge } from '../../ui/states.tsx'
import { dayText } from '../calendar/span-text.ts'
import { contractOn } from './contract-on.ts'
import { ContractsDialog } from './contracts-dialog.tsx'
import styles from './person.module.css'
import { RecordCard } from './record-card.tsx'

/** Under which contract somebody works and when; pay for who may see costs. */
export const ContractsCard = ({ person, mayEdit }: { person: Employee; mayEdit: boolean }) => {
  const currency = useQuery(organisationQuery).data?.currency
  const [isEditing, setEditing] = useState(false)
  const current = contractOn(person, today())
  return (
    <RecordCard title="Contracts" onEdit={mayEdit ? () => setEditing(true) : undefined}>
      {person.contracts.length === 0 && <p className={styles.quiet}>No contract yet.</p>}
      <ul>
        {person.contracts.toReversed().map((one) => (
          <li key={`${one.contractId}${one.validFrom}`} className={styles.line}>
            <span>
              {one.name} {one === current && <Badge kind="success">now</Badge>}
            </span>
            <span className={styles.none}>
              {[
                `from ${dayText(one.validFrom)}`,
                one.validUntil && `until ${dayText(one.validUntil)}`,
                one.sharePercent !== 100 && `${one.sharePercent} %`,
                one.rateMinor !== null &&
                  one.rateMinor !== undefined &&
                  currency &&
                  `${moneyText(one.rateMinor, currency)} an hour`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {isEditing && currency && (
        <ContractsDialog key={person.version} person={person} currency={currency} onClose={() => setEditing(false)} />
      )}
    </RecordCard>
  )
}
