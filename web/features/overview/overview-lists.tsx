import { Link, type LinkProps } from '@tanstack/react-router'
import { BadgeCheck, ChevronRight, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Dashboard, Permission } from '../../api/types.ts'
import { countText } from '../../ui/numbers.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { Card } from '../shell/page.tsx'
import styles from './overview.module.css'

interface Line {
  to: NonNullable<LinkProps['to']>
  count: number
  text: string
  /** Who may not decide is not told. */
  needs?: Permission
}

/** What waits for a decision and what runs out, each leading to its page. */
export const OverviewLists = ({ figures: { waiting, certificates } }: { figures: Dashboard }) => {
  const { can } = useMe()
  const decisions: Line[] = [
    {
      to: '/time-off',
      needs: 'time-off:approve',
      count: waiting.timeOff,
      text: countText(waiting.timeOff, 'request for time off', 'requests for time off'),
    },
    {
      to: '/open-shifts',
      needs: 'exchange:decide',
      count: waiting.claims,
      text: countText(waiting.claims, 'person asks for a shift', 'people ask for a shift'),
    },
    {
      to: '/swaps',
      needs: 'exchange:decide',
      count: waiting.swaps,
      text: countText(waiting.swaps, 'trade to approve', 'trades to approve'),
    },
    {
      to: '/corrections',
      needs: 'attendance:read',
      count: waiting.corrections,
      text: countText(waiting.corrections, 'correction of time', 'corrections of time'),
    },
    {
      to: '/timesheets',
      needs: 'attendance:read',
      count: waiting.timesheets,
      text: countText(waiting.timesheets, 'timesheet handed in', 'timesheets handed in'),
    },
  ]
  const { in7Days, in30Days, in90Days } = certificates
  const ends: Line[] = [
    { to: '/people', count: in7Days, text: `${countText(in7Days, 'certificate')} within 7 days` },
    {
      to: '/people',
      count: in30Days - in7Days,
      text: `${countText(in30Days - in7Days, 'certificate')} within 30 days`,
    },
    {
      to: '/people',
      count: in90Days - in30Days,
      text: `${countText(in90Days - in30Days, 'certificate')} within 90 days`,
    },
  ]
  return (
    <div className={styles.lists}>
      <Lines title="Waits for a decision" lines={decisions.filter(({ needs }) => needs === undefined || can(needs))}>
        <EmptyState compact icon={<CircleCheck size={20} />} title="Everything is decided" />
      </Lines>
      <Lines title="Certificates that end" lines={ends}>
        <EmptyState compact icon={<BadgeCheck size={20} />} title="None ends within 90 days" />
      </Lines>
    </div>
  )
}

const Lines = ({ title, lines, children }: { title: string; lines: readonly Line[]; children: ReactNode }) => {
  const some = lines.filter(({ count }) => count > 0)
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <Card flush>
        {some.length === 0 ? (
          children
        ) : (
          <ul>
            {some.map(({ to, text }) => (
              <li key={text} className={styles.line}>
                <Link to={to}>
                  {text}
                  <ChevronRight size={15} />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  )
}
