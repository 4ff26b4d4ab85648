import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './states.module.css'

interface EmptyStateProps {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  compact?: boolean
}

/** What stands where there is nothing yet: why, and the next step. */
export const EmptyState = ({ icon, title, children, action, compact }: EmptyStateProps) => (
  <div className={classNames(styles.empty, compact && styles.compact)}>
    <span className={styles.icon}>{icon}</span>
    <h2 className={styles.title}>{title}</h2>
    {children && <div className={styles.text}>{children}</div>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
)

interface ErrorStateProps {
  title: string
  /** The sentence that names the way out. */
  error: Error
  onRetry?: (() => void) | undefined
}

export const ErrorState = ({ title, error, onRetry }: ErrorStateProps) => (
  <div className={styles.empty} role="alert">
    <span className={classNames(styles.icon, styles.bad)}>
      <CircleAlert size={20} />
    </span>
    <h2 className={styles.title}>{title}</h2>
    <p className={styles.text}>{error.message}</p>
    {onRetry && (
      <div className={styles.action}>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    )}
  </div>
)

/** Grey bars in the shape of what is coming. */
export const Skeleton = ({ rows = 6, height = 36 }: { rows?: number; height?: number }) => (
  <div className={styles.skeleton} role="status">
    <span className="visually-hidden">Loading</span>
    {Array.from({ length: rows }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
      <span key={index} className={styles.bar} style={{ height }} />
    ))}
  </div>
)

type NoticeKind = 'info' | 'warning' | 'danger' | 'success'

/** A message in the flow of a page. */
export const Notice = ({
  kind = 'info',
  icon,
  children,
}: {
  kind?: NoticeKind
  icon?: ReactNode
  children: ReactNode
}) => (
  <div className={classNames(styles.notice, styles[kind])} role={kind === 'danger' ? 'alert' : undefined}>
    {icon}
    <div>{children}</div>
  </div>
)

/** A small word with a colour; the word says it all, the colour only repeats it. */
export const Badge = ({ kind = 'info', children }: { kind?: NoticeKind | 'neutral'; children: ReactNode }) => (
  <span className={classNames(styles.badge, kind !== 'neutral' && styles[kind])}>{children}</span>
)
