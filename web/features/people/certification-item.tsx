import type { Certification } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import rows from '../../ui/rows.module.css'
import { Badge } from '../../ui/states.tsx'
import { dayText } from '../calendar/span-text.ts'
import { RecordActions } from '../forms/record-actions.tsx'
import { certificationState } from './certification-words.ts'

interface CertificationItemProps {
  paper: Certification
  name: string
  mayEdit: boolean
  onEdit(): void
  onRenew(): void
  onRevoke(): void
}

/** One paper with what can be done about it. */
export const CertificationItem = ({ paper, name, mayEdit, onEdit, onRenew, onRevoke }: CertificationItemProps) => {
  const { kind, word } = certificationState(paper, today())
  const mayRenew = paper.expiresOn !== null && (paper.state === 'active' || paper.state === 'expired')
  return (
    <li className={rows.item}>
      <div className={rows.row}>
        <div className={rows.text}>
          <span className={rows.name}>{name}</span>
          <span className={rows.meta}>{[paper.number, paper.issuer].filter(Boolean).join(' · ')}</span>
          <span className={rows.meta}>
            {dayText(paper.validFrom)} {paper.expiresOn ? `to ${dayText(paper.expiresOn)}` : 'on, without an end'}
          </span>
        </div>
        <Badge kind={kind}>{word}</Badge>
      </div>
      {paper.note && <p className={rows.meta}>“{paper.note}”</p>}
      {mayEdit && (
        <div className={rows.row}>
          <div className={rows.actions}>
            {mayRenew && (
              <Button size="small" aria-label={`Renew ${name}`} onClick={onRenew}>
                Renew
              </Button>
            )}
            {paper.state !== 'revoked' && (
              <Button size="small" look="danger" aria-label={`Revoke ${name}`} onClick={onRevoke}>
                Revoke
              </Button>
            )}
          </div>
          <RecordActions
            kind="certifications"
            id={paper.id}
            name={name}
            keys={['certifications', 'grid']}
            onEdit={onEdit}
          />
        </div>
      )}
    </li>
  )
}
