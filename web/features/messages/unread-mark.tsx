import { useQuery } from '@tanstack/react-query'
import { unreadQuery } from '../../api/exchange.ts'
import styles from './messages.module.css'

const shownMax = 99

/** How many messages are unread, beside the bell; nothing when there are none. */
export const UnreadMark = () => {
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  if (unread === 0) return null
  return (
    <span className={styles.mark}>
      {unread > shownMax ? `${shownMax}+` : unread}
      <span className="visually-hidden"> unread</span>
    </span>
  )
}
