import type { Balance } from '../../api/types.ts'
import { amountText } from './leave-words.ts'
import styles from './time-off.module.css'

/** What is left of each kind, side by side. */
export const BalanceTiles = ({ balances }: { balances: readonly Balance[] }) => {
  if (balances.length === 0) return null
  return (
    <ul className={styles.tiles} aria-label="What is left">
      {balances.map((balance) => (
        <li key={balance.typeId} className={styles.tile}>
          <span className={styles.tileName}>{balance.typeName}</span>
          <span className={styles.tileAmount} data-low={balance.minutes < 0 || undefined}>
            {amountText(balance.minutes, balance)}
          </span>
          <span className={styles.tileNote}>left, requests counted</span>
        </li>
      ))}
    </ul>
  )
}
