import type { ReactNode } from 'react'
import { useMe } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'
import { type PageTab, PageTabs } from '../shell/page-tabs.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'

interface TimeOffFrameProps {
  /** Named in the browser's tab. */
  title: string
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** The frame of the pages about when people are there: leave, balances, policy and availability. */
export const TimeOffFrame = ({ title, actions, wide, children }: TimeOffFrameProps) => {
  useDocumentTitle(title)
  const { can } = useMe()
  const tabs: readonly PageTab[] = [
    { to: '/time-off', label: 'Leave' },
    { to: '/availability', label: 'Availability' },
    ...(can('people:read') ? ([{ to: '/time-off/balances', label: 'Balances' }] as const) : []),
    { to: '/time-off/policy', label: 'Kinds and blackouts' },
  ]
  return (
    <Page title="Time off" actions={actions} narrow={!wide}>
      <PageTabs label="Time off" tabs={tabs} />
      {children}
    </Page>
  )
}
