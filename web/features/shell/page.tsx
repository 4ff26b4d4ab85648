import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './page.module.css'

interface PageProps {
  title: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** Heading, actions and body of an ordinary page. */
export const Page = ({ title, subtitle, actions, narrow, children }: PageProps) => (
  <div className={classNames(styles.page, narrow && styles.narrow)}>
    <header className={styles.header}>
      <div className={styles.heading}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
    {children}
  </div>
)

/** A bordered block on a page. */
export const Card = ({ children, flush }: { children: ReactNode; flush?: boolean }) => (
  <section className={classNames(styles.card, flush && styles.flush)}>{children}</section>
)
