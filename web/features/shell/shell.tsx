import { Link, Outlet, useMatchRoute } from '@tanstack/react-router'
import { PanelLeft } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { UnreadMark } from '../messages/unread-mark.tsx'
import { useMe } from '../session/use-me.ts'
import { AccountMenu } from './account-menu.tsx'
import { LiveUpdates } from './live-updates.tsx'
import { MoreMenu } from './more-menu.tsx'
import { destinations } from './navigation.ts'
import { OrganisationSwitcher } from './organisation-switcher.tsx'
import styles from './shell.module.css'

const railKey = 'muster.rail'

const storedRail = (): boolean => {
  try {
    return localStorage.getItem(railKey) === 'narrow'
  } catch {
    return false
  }
}

/** The frame of every page behind sign-in: a rail at the left, on phones a bar at the foot. */
export const Shell = () => {
  const { can } = useMe()
  const matchRoute = useMatchRoute()
  const isRoster = Boolean(matchRoute({ to: '/rosters/$rosterId', fuzzy: true }))
  const [chosenNarrow, setNarrow] = useState(storedRail)
  const narrow = chosenNarrow || isRoster

  const toggle = () => {
    const next = !chosenNarrow
    setNarrow(next)
    try {
      localStorage.setItem(railKey, next ? 'narrow' : 'wide')
    } catch (cause) {
      console.warn('The width of the rail is not remembered.', cause)
    }
  }

  const items = destinations.filter(({ needs }) => needs.some(can))

  return (
    <LiveUpdates>
      <div className={classNames(styles.shell, narrow && styles.narrow)}>
        <a className={styles.skip} href="#content">
          Skip to the page
        </a>
        <nav className={styles.rail} aria-label="Main">
          <OrganisationSwitcher narrow={narrow} />
          <ul className={styles.items}>
            {items.map((item) => (
              <li key={item.to} className={item.inBar === false ? styles.extra : undefined}>
                <Link
                  to={item.to}
                  className={styles.item}
                  activeOptions={{ exact: item.to === '/' }}
                  activeProps={{ 'data-current': true, 'aria-current': 'page' }}
                  {...((item.to === '/' && isRoster) || item.tabs?.some((to) => matchRoute({ to }))
                    ? { 'data-current': true }
                    : {})}
                  title={narrow ? item.label : undefined}
                >
                  <item.icon size={17} />
                  <span className={styles.label}>{item.label}</span>
                  {item.to === '/notifications' && <UnreadMark />}
                </Link>
              </li>
            ))}
            <MoreMenu items={items.filter(({ inBar }) => inBar === false)} />
          </ul>
          <div className={styles.foot}>
            {!isRoster && (
              <button
                type="button"
                className={classNames(styles.item, styles.toggle)}
                onClick={toggle}
                aria-label={narrow ? 'Widen the menu' : 'Narrow the menu'}
              >
                <PanelLeft size={17} />
                <span className={styles.label}>Narrow</span>
              </button>
            )}
            <AccountMenu narrow={narrow} />
          </div>
        </nav>
        <main id="content" className={styles.content}>
          <Outlet />
        </main>
      </div>
    </LiveUpdates>
  )
}
