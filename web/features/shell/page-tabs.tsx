import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './page-tabs.module.css'

export interface PageTab {
  to: NonNullable<LinkProps['to']>
  label: string
}

/** Pages that belong together, side by side; nothing where there is only one. */
export const PageTabs = ({ label, tabs }: { label: string; tabs: readonly PageTab[] }) => {
  if (tabs.length < 2) return null
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={styles.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
