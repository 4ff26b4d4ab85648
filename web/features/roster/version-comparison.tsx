import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { VersionComparison as Comparison, RosterVersion } from '../../api/types.ts'
import { comparisonQuery } from '../../api/versions.ts'
import { Select } from '../../ui/field.tsx'
import { countText, hoursText } from '../../ui/numbers.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { KeyFigures } from '../run/key-figures.tsx'
import { ruleName } from '../words/rule-names.ts'
import type { RosterIndex } from './roster-index.ts'
import styles from './versions.module.css'

interface VersionComparisonProps {
  version: RosterVersion
  versions: readonly RosterVersion[]
  index: RosterIndex
}

/** What has changed since a version: figures, rules, shifts and people. */
export const VersionComparison = ({ version, versions, index }: VersionComparisonProps) => {
  const [withId, setWith] = useState<string | null>(null)
  const comparison = useQuery(comparisonQuery(version.id, withId, index.grid.roster.version))
  return (
    <>
      <div>
        <Select
          label="Compare with"
          value={withId ?? ''}
          onChange={(event) => setWith(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">with the roster as it is now</option>
          {versions
            .filter(({ id }) => id !== version.id)
            .map(({ id, number }) => (
              <option key={id} value={id}>
                with version {number}
              </option>
            ))}
        </Select>
      </div>
      {comparison.isPending && <Skeleton rows={5} height={48} />}
      {comparison.error && (
        <ErrorState
          title="The two could not be compared"
          error={comparison.error}
          onRetry={() => comparison.refetch()}
        />
      )}
      {comparison.data && <Changes comparison={comparison.data} />}
    </>
  )
}

/** "1 more, 2 fewer · 97.5 → 112.5 h" */
const personText = ({ added, removed, paidMinutes: { before, after } }: Comparison['people'][number]): string => {
  const counts = [added.length > 0 && `${added.length} more`, removed.length > 0 && `${removed.length} fewer`]
  const hours = before === after ? `${hoursText(after)} h` : `${hoursText(before)} → ${hoursText(after)} h`
  return [counts.filter(Boolean).join(', '), hours].filter(Boolean).join(' · ')
}

const Changes = ({ comparison }: { comparison: Comparison }) => {
  const { shifts, keyFigures, rules, people } = comparison
  const changed = rules.filter(
    ({ breaches, penalty }) => breaches.before !== breaches.after || penalty.before !== penalty.after,
  )
  const lines = [
    shifts.added.length > 0 && `${countText(shifts.added.length, 'shift')} more`,
    shifts.removed.length > 0 && `${countText(shifts.removed.length, 'shift')} fewer`,
    shifts.changed.length > 0 && `${countText(shifts.changed.length, 'shift')} at another time or place`,
  ].filter((line) => line !== false)
  const isSame = lines.length === 0 && people.length === 0
  if (isSame) return <p className={styles.meta}>The two are the same.</p>
  return (
    <>
      <div>
        <KeyFigures before={keyFigures.before} after={keyFigures.after} />
      </div>
      {lines.length > 0 && <p>{lines.join(', ')}.</p>}
      {changed.length > 0 && (
        <section className={styles.section}>
          <h3>Rules</h3>
          <ul className={styles.pairs}>
            {changed.map(({ rule, level, breaches }) => (
              <li key={`${rule}${level}`}>
                <span>{ruleName(rule)}</span>
                <span>
                  {breaches.before === breaches.after
                    ? `not kept in ${countText(breaches.after, 'place')}, weighing otherwise`
                    : `${breaches.before} → ${countText(breaches.after, 'breach', 'breaches')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {people.length > 0 && (
        <section className={styles.section}>
          <h3>{countText(people.length, 'person works', 'people work')} otherwise</h3>
          <ul className={styles.pairs}>
            {people.map((person) => (
              <li key={person.employeeId}>
                <span>{person.name ?? 'Somebody who has left'}</span>
                <span>{personText(person)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
