import { useNavigate } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import type { destinations } from './navigation.ts'
import styles from './shell.module.css'

/** What does not fit into a phone's bar. */
export const MoreMenu = ({ items }: { items: typeof destinations }) => {
  const navigate = useNavigate()
  if (items.length === 0) return null
  return (
    <li className={styles.more}>
      <Menu
        side="top"
        align="end"
        trigger={
          <button type="button" className={styles.item}>
            <Ellipsis size={17} />
            <span className={styles.label}>More</span>
          </button>
        }
      >
        {items.map((item) => (
          <MenuItem key={item.to} icon={<item.icon size={15} />} onSelect={() => navigate({ to: item.to })}>
            {item.label}
          </MenuItem>
        ))}
      </Menu>
    </li>
  )
}
