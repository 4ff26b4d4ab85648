import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { skillsQuery } from '../../api/queries.ts'
import type { Employee } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { Badge } from '../../ui/states.tsx'
import { dayText } from '../calendar/span-text.ts'
import { useMe } from '../session/use-me.ts'
import styles from './person.module.css'
import { RecordCard } from './record-card.tsx'
import { skillLevels } from './skill-levels.ts'
import { SkillsDialog } from './skills-dialog.tsx'

/** What somebody can do, how well and until when. */
export const SkillsCard = ({ person, mayEdit }: { person: Employee; mayEdit: boolean }) => {
  const { can } = useMe()
  const skills = useQuery({ ...skillsQuery, enabled: can('people:read') })
  const [isEditing, setEditing] = useState(false)
  const now = today()
  return (
    <RecordCard title="Skills" onEdit={mayEdit ? () => setEditing(true) : undefined}>
      {person.skills.length === 0 && <p className={styles.quiet}>No skills yet.</p>}
      <ul>
        {person.skills.map(({ skillId, code, level, validFrom, validUntil }) => (
          <li key={`${skillId}${validFrom}`} className={styles.line}>
            <span>{skills.data?.find(({ id }) => id === skillId)?.name ?? code}</span>
            <span className={styles.none}>
              {skillLevels[level]}
              {validFrom && validFrom > now && ` · from ${dayText(validFrom)}`}
              {validUntil && validUntil >= now && ` · until ${dayText(validUntil)}`}{' '}
              {validUntil && validUntil < now && <Badge kind="danger">{`ended ${dayText(validUntil)}`}</Badge>}
            </span>
          </li>
        ))}
      </ul>
      {isEditing && <SkillsDialog key={person.version} person={person} onClose={() => setEditing(false)} />}
    </RecordCard>
  )
}
