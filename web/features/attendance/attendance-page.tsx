import type { ReactNode } from 'react'
import { useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { type PageTab, PageTabs } from '../shell/page-tabs.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'

/** The frame of the pages about worked time. */
export const AttendancePage = ({
  title,
  actions,
  wide = false,
  children,
}: {
  title: string
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}) => {
  useDocumentTitle(title)
  const { can } = useMe()
  const tabs: PageTab[] = [
    { to: '/clock', label: 'Clock' },
    { to: '/timesheets', label: 'Timesheets' },
    ...(can('attendance:read') ? [{ to: '/corrections', label: 'Corrections' } as const] : []),
  ]
  return (
    <Page title={title} actions={actions} narrow={!wide}>
      <PageTabs label="Worked time" tabs={tabs} />
      {children}
    </Page>
  )
}
