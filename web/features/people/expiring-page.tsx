import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { expiringQuery } from '../../api/people.ts'
import type { ExpiringCertification } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import rows from '../../ui/rows.module.css'
import { Segmented } from '../../ui/segmented.tsx'
import { Badge, EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { dayText } from '../calendar/span-text.ts'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import { CertificationDialog } from './certification-dialog.tsx'
import { daysLeftKind, daysLeftText } from './certification-words.ts'
import { PeopleFrame } from './people-frame.tsx'
import styles from './people-page.module.css'

const spans = ['7', '30', '90'] as const

/** Papers that end soon and are not renewed yet, soonest first. */
export const ExpiringPage = () => {
  const { can } = useMe()
  const [days, setDays] = useState<(typeof spans)[number]>('90')
  const papers = useQuery(expiringQuery(Number(days)))
  const [renewed, setRenewed] = useState<ExpiringCertification | null>(null)
  return (
    <PeopleFrame title="Expiring papers">
      <div>
        <Segmented
          label="Within"
          value={days}
          onChange={(next) => setDays(next)}
          options={spans.map((value) => ({ value, label: `${value} days` }))}
        />
      </div>
      {papers.isPending && <Skeleton rows={5} height={56} />}
      {papers.error && (
        <ErrorState title="The papers could not be loaded" error={papers.error} onRetry={papers.refetch} />
      )}
      {papers.data?.length === 0 && (
        <EmptyState icon={<BadgeCheck size={20} />} title={`Nothing ends within ${days} days`}>
          Papers with a last day appear here before they run out.
        </EmptyState>
      )}
      {papers.data && papers.data.length > 0 && (
        <Card flush>
          <ul>
            {papers.data.map((paper) => (
              <li key={paper.id} className={rows.item}>
                <div className={rows.row}>
                  <div className={rows.text}>
                    <Link to="/people/$employeeId" params={{ employeeId: paper.employeeId }} className={styles.name}>
                      {paper.employeeName}
                    </Link>
                    <span className={rows.meta}>
                      {[paper.skillName, paper.number, paper.expiresOn && `until ${dayText(paper.expiresOn)}`]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </div>
                  <div className={rows.actions}>
                    <Badge kind={daysLeftKind(paper.daysLeft)}>{daysLeftText(paper.daysLeft)}</Badge>
                    {can('people:write') && (
                      <Button
                        aria-label={`Renew ${paper.skillName} of ${paper.employeeName}`}
                        onClick={() => setRenewed(paper)}
                      >
                        Renew
                      </Button>
                    )}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {renewed && (
        <CertificationDialog
          act={{ kind: 'renew', paper: renewed }}
          employeeId={renewed.employeeId}
          onClose={() => setRenewed(null)}
        />
      )}
    </PeopleFrame>
  )
}
