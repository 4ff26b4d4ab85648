import { useQuery } from '@tanstack/react-query'
import { organisationQuery } from '../../api/queries.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { RulesForm } from './rules-form.tsx'

/** The organisation and its rules. */
export const SettingsPage = () => {
  useDocumentTitle('Settings')
  const { can } = useMe()
  const organisation = useQuery(organisationQuery)
  return (
    <Page title="Settings" narrow>
      {organisation.isPending && <Skeleton rows={6} height={52} />}
      {organisation.error && (
        <ErrorState
          title="The settings could not be loaded"
          error={organisation.error}
          onRetry={organisation.refetch}
        />
      )}
      {organisation.data && (
        <>
          <OrganisationForm
            key={`organisation-${organisation.data.version}`}
            organisation={organisation.data}
            canEdit={can('organisation:write')}
          />
          <RulesForm
            key={`rules-${organisation.data.version}`}
            organisation={organisation.data}
            canEdit={can('rules:write')}
          />
        </>
      )}
    </Page>
  )
}
