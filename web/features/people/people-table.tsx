import { Link } from '@tanstack/react-router'
import type { Employee } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { Card } from '../shell/page.tsx'
import { contractOn } from './contract-on.ts'
import { HeldSkill } from './held-skill.tsx'
import styles from './people-page.module.css'

/** People as rows: the contract of today and what each can do. */
export const PeopleTable = ({ people }: { people: readonly Employee[] }) => {
  const now = today()
  return (
    <Card flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>Name</th>
              <th>Number</th>
              <th>Contract</th>
              <th>Skills</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const contract = contractOn(person, now) ?? person.contracts.at(-1)
              return (
                <tr key={person.id}>
                  <td>
                    <Link to="/people/$employeeId" params={{ employeeId: person.id }} className={styles.name}>
                      {person.name}
                    </Link>
                    {person.email && <span className={styles.email}>{person.email}</span>}
                  </td>
                  <td className={styles.muted}>{person.number}</td>
                  <td>
                    {contract ? (
                      <>
                        {contract.code}
                        {contract.sharePercent !== 100 && (
                          <span className={styles.muted}> {contract.sharePercent} %</span>
                        )}
                      </>
                    ) : (
                      <span className={styles.muted}>none</span>
                    )}
                  </td>
                  <td>
                    <span className={styles.skills}>
                      {person.skills.map((skill) => (
                        <HeldSkill
                          key={`${skill.skillId}${skill.validFrom}`}
                          name={skill.name}
                          skill={skill}
                          now={now}
                        />
                      ))}
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
