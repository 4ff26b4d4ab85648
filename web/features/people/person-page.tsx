import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { employeeQuery } from '../../api/people.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { CertificationsCard } from './certifications-card.tsx'
import { ContractsCard } from './contracts-card.tsx'
import { DetailsCard } from './details-card.tsx'
import styles from './person.module.css'
import { PersonActions } from './person-actions.tsx'
import { PlacesCard } from './places-card.tsx'
import { SkillsCard } from './skills-card.tsx'

/** One person's record: read by who reads people and by the person, changed by who writes people. */
export const PersonPage = () => {
  const { employeeId } = useParams({ from: '/user/member/people/$employeeId' })
  const { can } = useMe()
  const person = useQuery(employeeQuery(employeeId))
  useDocumentTitle(person.data?.name)
  if (person.error)
    return <ErrorState title="This person could not be shown" error={person.error} onRetry={person.refetch} />
  if (person.isPending)
    return (
      <Page title="…">
        <Skeleton rows={6} height={64} />
      </Page>
    )
  const { name, number, designation, state } = person.data
  const mayEdit = can('people:write') && state === 'active'
  return (
    <Page
      title={name}
      subtitle={
        <>
          {can('people:read') && (
            <>
              <Link to="/people">People</Link> ·{' '}
            </>
          )}
          {[number, designation].filter(Boolean).join(' · ')}
        </>
      }
      actions={<PersonActions person={person.data} />}
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <DetailsCard person={person.data} mayEdit={mayEdit} />
          <PlacesCard person={person.data} mayEdit={mayEdit} />
        </div>
        <div className={styles.column}>
          <SkillsCard person={person.data} mayEdit={mayEdit} />
          <CertificationsCard person={person.data} mayEdit={mayEdit} />
          <ContractsCard person={person.data} mayEdit={mayEdit} />
        </div>
      </div>
    </Page>
  )
}
