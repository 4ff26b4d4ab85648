import { CircleCheck, UserRoundX } from 'lucide-react'
import type { RosterGrid, Unfilled } from '../../api/types.ts'
import { shortDay, weekdayName } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/states.tsx'
import { timeText } from '../roster/shift-look.ts'
import { Card } from '../shell/page.tsx'
import { reasonBeside } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'
import { ableCandidates, stoppingBreaches, unfilledSentence } from '../words/unfilled-words.ts'
import styles from './unfilled-list.module.css'

const nearestMax = 3

/** The places that stay open, each with its reason and the people who come closest. */
export const UnfilledList = ({ unfilled, grid }: { unfilled: readonly Unfilled[]; grid: RosterGrid }) => {
  const shifts = new Map(grid.shifts.map((shift) => [shift.id, shift]))
  const names = namesOf(grid)
  if (unfilled.length === 0)
    return (
      <Card>
        <EmptyState compact icon={<CircleCheck size={20} />} title="Every place is filled" />
      </Card>
    )
  return (
    <Card flush>
      <ul>
        {unfilled.map((one) => {
          const shift = shifts.get(one.shift)
          if (!shift) return null
          const able = ableCandidates(one)
          const nearest = able.length > 0 ? able : one.candidates
          return (
            <li key={one.shift} className={styles.item}>
              <span className={styles.icon}>
                <UserRoundX size={16} />
              </span>
              <div className={styles.text}>
                <p className={styles.title}>
                  {shift.name}
                  <span>
                    {weekdayName(shift.day)} {shortDay(shift.day)}, {timeText(shift)}
                  </span>
                  <span>{names.site(shift.siteId)}</span>
                  <b>{one.missingHeads > 1 ? `${one.missingHeads} places` : '1 place'}</b>
                </p>
                <p>{unfilledSentence(one, grid.employees.length)}</p>
                {nearest.length > 0 && (
                  <details className={styles.details}>
                    <summary>{able.length > 0 ? 'Who could take it' : 'Who comes closest'}</summary>
                    <ul>
                      {nearest.slice(0, nearestMax).map((candidate) => {
                        const reasons = able.length > 0 ? candidate.added : stoppingBreaches(candidate)
                        return (
                          <li key={candidate.employee}>
                            <b>{names.employee(candidate.employee)}</b>
                            {reasons.slice(0, 2).map((breach) => ` ${reasonBeside(breach, names, one.shift)}`)}
                          </li>
                        )
                      })}
                    </ul>
                  </details>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
