import { useState } from 'react'
import type { Employee } from '../../api/types.ts'
import { today } from '../../ui/dates.ts'
import { Badge } from '../../ui/states.tsx'
import { dayText } from '../calendar/span-text.ts'
import styles from './person.module.css'
import { RecordCard } from './record-card.tsx'
import { skillLevels } from './skill-levels.ts'
import { SkillsDialog } from './skills-dialog.tsx'

/** What somebody can do, how well and until when. */
export const SkillsCard = ({ person, mayEdit }: { person: Employee; mayEdit: boolean }) => {
  const [isEditing, setEditing] = useState(false)
  const now = today()
  return (
    <RecordCard title="Skills" onEdit={mayEdit ? () => setEditing(true) : undefined}>
      {person.skills.length === 0 && <p className={styles.quiet}>No skills yet.</p>}
      <ul>
        {person.skills.map(({ skillId, name, level, validFrom, validUntil }) => (
          <li key={`${skillId}${validFrom}`} className={styles.line}>
            <span>{name}</span>
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
