import type { ReactNode } from 'react'
import { Page } from '../shell/page.tsx'
import { PageTabs } from '../shell/page-tabs.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'

const tabs = [
  { to: '/people', label: 'People' },
  { to: '/people/expiring', label: 'Expiring papers' },
  { to: '/people/structure', label: 'Structure and skills' },
] as const

interface PeopleFrameProps {
  /** Named in the browser's tab. */
  title: string
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The frame of the pages about people: who there is, what runs out, how the organisation is built. */
export const PeopleFrame = ({ title, subtitle, actions, children }: PeopleFrameProps) => {
  useDocumentTitle(title)
  return (
    <Page title="People" subtitle={subtitle} actions={actions}>
      <PageTabs label="People" tabs={tabs} />
      {children}
    </Page>
  )
}
