import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { IdCard, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { signOut } from '../../api/auth.ts'
import { setOrganisation } from '../../api/request.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { chooseTheme, chosenTheme, type Theme } from '../../ui/theme.ts'
import { showToast } from '../../ui/toast.ts'
import { useMe } from '../session/use-me.ts'
import styles from './account-menu.module.css'

const themes: readonly { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
  { theme: 'system', label: 'Like the system', icon: Monitor },
]

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** Who is signed in, the theme, and the way out. */
export const AccountMenu = ({ narrow }: { narrow: boolean }) => {
  const { me } = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [theme, setTheme] = useState(chosenTheme)

  const leave = async () => {
    try {
      await signOut()
      queryClient.clear()
      setOrganisation(null)
      await navigate({ to: '/sign-in' })
    } catch (error) {
      showToast({
        kind: 'error',
        title: 'You are still signed in',
        text: error instanceof Error ? error.message : undefined,
      })
    }
  }

  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={styles.trigger} aria-label={`Account of ${me.user.name}`}>
          <span className={styles.avatar} aria-hidden="true">
            {initials(me.user.name)}
          </span>
          {!narrow && <span className={styles.name}>{me.user.name}</span>}
        </button>
      }
    >
      <MenuLabel>{me.user.email}</MenuLabel>
      <MyRecordItem />
      <MenuSeparator />
      {themes.map((item) => (
        <MenuItem
          key={item.theme}
          icon={<item.icon size={15} />}
          note={theme === item.theme ? 'in use' : undefined}
          onSelect={() => {
            chooseTheme(item.theme)
            setTheme(item.theme)
          }}
        >
          {item.label}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<LogOut size={15} />} onSelect={leave}>
        Sign out
      </MenuItem>
    </Menu>
  )
}

/** The way to one's own record, for a sign-in that is linked to a person. */
const MyRecordItem = () => {
  const { me } = useMe()
  const navigate = useNavigate()
  const { employeeId } = me
  if (employeeId === null) return null
  return (
    <MenuItem
      icon={<IdCard size={15} />}
      onSelect={() => navigate({ to: '/people/$employeeId', params: { employeeId } })}
    >
      My record
    </MenuItem>
  )
}
