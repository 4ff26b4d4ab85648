import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../shell/page.tsx'
import styles from './person.module.css'

interface RecordCardProps {
  title: string
  /** Absent where the reader may not change it. */
  onEdit?: (() => void) | undefined
  /** What the button says instead of "Edit". */
  action?: string
  icon?: ReactNode
  children: ReactNode
}

/** A part of a person's record with its way to change it. */
export const RecordCard = ({ title, onEdit, action = 'Edit', icon, children }: RecordCardProps) => (
  <Card flush>
    <header className={styles.head}>
      <h2 className={styles.heading}>{title}</h2>
      {onEdit && (
        <Button size="small" icon={icon ?? <Pencil size={13} />} aria-label={`${action} ${title}`} onClick={onEdit}>
          {action}
        </Button>
      )}
    </header>
    {children}
  </Card>
)

/** Names and values; a value that is not there is a dash that screen readers read as "none". */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) => (
  <dl className={styles.facts}>
    {facts.map(([label, value]) => (
      <div key={label} className={styles.fact}>
        <dt>{label}</dt>
        <dd>{value || <Nothing />}</dd>
      </div>
    ))}
  </dl>
)

const Nothing = () => (
  <span className={styles.none}>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">none</span>
  </span>
)
