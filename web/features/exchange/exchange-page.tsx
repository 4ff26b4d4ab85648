import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './exchange.module.css'

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
      <nav className={styles.tabs} aria-label="Swaps and open shifts">
        {tabs.map(({ to, label }) => (
          <Link key={to} to={to} className={styles.tab} activeProps={{ 'aria-current': 'page' }}>
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
