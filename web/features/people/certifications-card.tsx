import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { certificationsQuery } from '../../api/people.ts'
import { skillsQuery } from '../../api/queries.ts'
import type { Certification, Employee } from '../../api/types.ts'
import { Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { type CertificationAct, CertificationDialog } from './certification-dialog.tsx'
import { CertificationItem } from './certification-item.tsx'
import styles from './person.module.css'
import { RecordCard } from './record-card.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'

/** The papers that prove what somebody can do: states, ends, renewals. */
export const CertificationsCard = ({ person, mayEdit }: { person: Employee; mayEdit: boolean }) => {
  const { can } = useMe()
  const papers = useQuery(certificationsQuery(person.id))
  const skills = useQuery({ ...skillsQuery, enabled: can('people:read') })
  const [act, setAct] = useState<CertificationAct | null>(null)
  const [revoked, setRevoked] = useState<Certification | null>(null)
  const nameOf = (skillId: string): string =>
    skills.data?.find(({ id }) => id === skillId)?.name ??
    person.skills.find((one) => one.skillId === skillId)?.name ??
    'Certification'
  return (
    <RecordCard
      title="Certifications"
      action="Add"
      icon={<Plus size={13} />}
      onEdit={mayEdit ? () => setAct({ kind: 'add' }) : undefined}
    >
      {papers.isPending && (
        <div className={styles.quiet}>
          <Skeleton rows={2} height={28} />
        </div>
      )}
      {papers.error && <p className={styles.quiet}>{papers.error.message}</p>}
      {papers.data?.length === 0 && <p className={styles.quiet}>No papers yet.</p>}
      <ul>
        {papers.data?.toReversed().map((paper) => (
          <CertificationItem
            key={paper.id}
            paper={paper}
            name={nameOf(paper.skillId)}
            mayEdit={mayEdit}
            onEdit={() => setAct({ kind: 'edit', paper })}
            onRenew={() => setAct({ kind: 'renew', paper })}
            onRevoke={() => setRevoked(paper)}
          />
        ))}
      </ul>
      {act && <CertificationDialog act={act} employeeId={person.id} onClose={() => setAct(null)} />}
      {revoked && <RevokeDialog paper={revoked} name={nameOf(revoked.skillId)} onClose={() => setRevoked(null)} />}
    </RecordCard>
  )
}
