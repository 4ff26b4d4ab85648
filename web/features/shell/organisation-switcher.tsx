import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Check, ChevronsUpDown, Plus } from 'lucide-react'
import { activateOrganisation } from '../../api/commands.ts'
import { setOrganisation } from '../../api/request.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toast.ts'
import { useMe } from '../session/use-me.ts'
import { Logo } from './logo.tsx'
import styles from './organisation-switcher.module.css'

/** The organisation this tab shows; choosing another one makes it the active one and starts at its rosters. */
export const OrganisationSwitcher = ({ narrow }: { narrow: boolean }) => {
  const { me, organisation } = useMe()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()

  const activate = async (id: string) => {
    try {
      await activateOrganisation(id)
      setOrganisation(id)
      await navigate({ to: '/' })
      queryClient.clear()
      await router.invalidate()
    } catch (error) {
      showToast({ kind: 'error', title: 'Not switched', text: error instanceof Error ? error.message : undefined })
    }
  }

  return (
    <Menu
      trigger={
        <button type="button" className={styles.trigger} aria-label={`Organisation: ${organisation?.name ?? 'none'}`}>
          <Logo small />
          {!narrow && (
            <>
              <span className={styles.name}>{organisation?.name}</span>
              <ChevronsUpDown size={14} />
            </>
          )}
        </button>
      }
    >
      <MenuLabel>Organisations</MenuLabel>
      {me.organisations.map((one) => (
        <MenuItem
          key={one.id}
          icon={one.id === organisation?.id ? <Check size={15} /> : <span className={styles.gap} />}
          note={one.role}
          onSelect={() => activate(one.id)}
        >
          {one.name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<Plus size={15} />} onSelect={() => navigate({ to: '/organisations/new' })}>
        New organisation
      </MenuItem>
    </Menu>
  )
}
