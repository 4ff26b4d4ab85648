import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'

interface DialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: ReactNode
  description?: ReactNode
  /** Buttons at the foot, right-aligned. */
  actions?: ReactNode
  wide?: boolean
  children?: ReactNode
}

/** A modal dialog; on a phone it becomes a sheet from below. */
export const Dialog = ({ open, onOpenChange, title, description, actions, wide, children }: DialogProps) => (
  <Base.Root open={open} onOpenChange={onOpenChange}>
    <Base.Portal>
      <Base.Backdrop className={styles.backdrop} />
      <Base.Popup className={classNames(styles.popup, wide && styles.wide)}>
        <header className={styles.header}>
          <div>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {description && <Base.Description className={styles.description}>{description}</Base.Description>}
          </div>
          <Base.Close render={<IconButton label="Close" />}>
            <X size={16} />
          </Base.Close>
        </header>
        <div className={styles.body}>{children}</div>
        {actions && <footer className={styles.footer}>{actions}</footer>}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
)
