import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './menu.module.css'

interface MenuProps {
  /** The element that opens the menu; a button. */
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom'
  children: ReactNode
}

export const Menu = ({ trigger, align = 'start', side = 'bottom', children }: MenuProps) => (
  <Base.Root modal={false}>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner className={styles.positioner} sideOffset={6} align={align} side={side}>
        <Base.Popup className={styles.popup}>{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

interface MenuItemProps {
  icon?: ReactNode
  /** A quiet note at the right: a shortcut, a count. */
  note?: ReactNode
  danger?: boolean
  disabled?: boolean
  onSelect(): void
  children: ReactNode
}

export const MenuItem = ({ icon, note, danger, disabled = false, onSelect, children }: MenuItemProps) => (
  <Base.Item className={classNames(styles.item, danger && styles.danger)} disabled={disabled} onClick={onSelect}>
    {icon}
    <span className={styles.text}>{children}</span>
    {note && <span className={styles.note}>{note}</span>}
  </Base.Item>
)

export const MenuSeparator = () => <Base.Separator className={styles.separator} />

export const MenuLabel = ({ children }: { children: ReactNode }) => <div className={styles.label}>{children}</div>
