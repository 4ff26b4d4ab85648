import styles from './logo.module.css'

/** Mark and name; `small` leaves the name to screen readers. */
export const Logo = ({ small = false }: { small?: boolean }) => (
  <span className={styles.logo}>
    <img src="/favicon.svg" alt="" width={24} height={24} />
    <span className={small ? 'visually-hidden' : styles.name}>Muster</span>
  </span>
)
