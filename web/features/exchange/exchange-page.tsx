import type { ReactNode } from 'react'
import { Page } from '../shell/page.tsx'
import { PageTabs } from '../shell/page-tabs.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'

const tabs = [
  { to: '/open-shifts', label: 'Open shifts' },
  { to: '/swaps', label: 'Trades' },
  { to: '/absences', label: 'Absences' },
] as const

/** The frame of the three pages about what happens after publishing. */
export const ExchangePage = ({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ReactNode
  children: ReactNode
}) => {
  useDocumentTitle(title)
  return (
    <Page title="Swaps and open shifts" actions={actions} narrow>
      <PageTabs label="Swaps and open shifts" tabs={tabs} />
      {children}
    </Page>
  )
}
