import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { messagesQuery, readAllMessages, readMessage } from '../../api/exchange.ts'
import type { Notification } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { timeAgo } from '../../ui/dates.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useAct } from '../exchange/use-act.ts'
import { Card, Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './messages.module.css'
import { Preferences } from './preferences.tsx'

/** What one was told, newest first, and how one wants to be told. */
export const MessagesPage = () => {
  useDocumentTitle('Inbox')
  const messages = useQuery(messagesQuery)
  const { act, busyId } = useAct('messages')
  const hasUnread = messages.data?.some((message) => message.readAt === null) ?? false
  return (
    <Page
      title="Inbox"
      narrow
      actions={
        hasUnread && (
          <Button busy={busyId === 'all'} onClick={() => act({ id: 'all', work: readAllMessages })}>
            Mark all as read
          </Button>
        )
      }
    >
      {messages.isPending && <Skeleton rows={4} height={56} />}
      {messages.error && (
        <ErrorState title="The messages could not be loaded" error={messages.error} onRetry={messages.refetch} />
      )}
      {messages.data?.length === 0 && (
        <EmptyState compact icon={<Bell size={20} />} title="No messages yet">
          Published rosters, open shifts, trades and decisions about you appear here.
        </EmptyState>
      )}
      {messages.data && messages.data.length > 0 && (
        <Card flush>
          <ul className={styles.list}>
            {messages.data.map((message) => (
              <li key={message.id}>
                <Message
                  message={message}
                  onRead={() => act({ id: message.id, work: () => readMessage(message.id) })}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Preferences />
    </Page>
  )
}

const Message = ({ message, onRead }: { message: Notification; onRead(): void }) => {
  const router = useRouter()
  const open = () => {
    if (message.readAt === null) onRead()
    router.history.push(message.path)
  }
  return (
    <button type="button" className={classNames(styles.item, message.readAt === null && styles.unread)} onClick={open}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.text}>
        <span className={styles.title}>
          {message.title}
          {message.readAt === null && <span className="visually-hidden"> (unread)</span>}
        </span>
        <span className={styles.body}>{message.text}</span>
      </span>
      <span className={styles.when}>{timeAgo(message.createdAt)}</span>
    </button>
  )
}
