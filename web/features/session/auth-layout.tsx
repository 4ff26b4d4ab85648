import type { ReactNode } from 'react'
import { Logo } from '../shell/logo.tsx'
import styles from './auth-layout.module.css'

interface AuthLayoutProps {
  title: string
  subtitle: ReactNode
  children: ReactNode
}

/** Sparse picture of a roster; purely decoration. */
const bars = [
  { row: 1, column: 1, length: 3, shade: 0 },
  { row: 1, column: 5, length: 2, shade: 1 },
  { row: 1, column: 9, length: 3, shade: 2 },
  { row: 2, column: 2, length: 2, shade: 2 },
  { row: 2, column: 6, length: 4, shade: 0 },
  { row: 3, column: 1, length: 2, shade: 1 },
  { row: 3, column: 4, length: 3, shade: 2 },
  { row: 3, column: 10, length: 2, shade: 0 },
  { row: 4, column: 3, length: 4, shade: 0 },
  { row: 4, column: 8, length: 2, shade: 1 },
  { row: 5, column: 1, length: 1, shade: 2 },
  { row: 5, column: 5, length: 3, shade: 1 },
  { row: 5, column: 9, length: 3, shade: 0 },
  { row: 6, column: 2, length: 3, shade: 1 },
  { row: 6, column: 7, length: 3, shade: 2 },
  { row: 7, column: 1, length: 2, shade: 0 },
  { row: 7, column: 6, length: 2, shade: 1 },
  { row: 7, column: 10, length: 2, shade: 2 },
]

/** The frame of sign-in, sign-up and the first organisation: a form, and on wide screens what Muster is about. */
export const AuthLayout = ({ title, subtitle, children }: AuthLayoutProps) => (
  <main className={styles.page}>
    <section className={styles.form}>
      <Logo />
      <div className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.subtitle}>{subtitle}</p>
        {children}
      </div>
      <p className={styles.foot}>Open software that plans who works when.</p>
    </section>
    <aside className={styles.aside} aria-hidden="true">
      <div className={styles.board}>
        {bars.map(({ row, column, length, shade }) => (
          <span
            key={`${row}-${column}`}
            className={styles.bar}
            data-shade={shade}
            style={{ gridColumn: `${column} / span ${length}`, gridRow: row }}
          />
        ))}
      </div>
      <p className={styles.claim}>Rosters that keep every rule, and say why.</p>
      <p className={styles.claimText}>
        Generate, compare, change by hand under the same rules, publish. Every open shift comes with its reason.
      </p>
    </aside>
  </main>
)
