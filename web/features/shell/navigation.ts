// The pages of the main menu, in order, and who sees them.
import {
  ArrowLeftRight,
  Bell,
  CalendarRange,
  Clock,
  FileUp,
  LayoutDashboard,
  type LucideIcon,
  Palmtree,
  Settings2,
  Users,
} from 'lucide-react'
import type { Permission } from '../../api/types.ts'

interface Destination {
  to:
    | '/'
    | '/overview'
    | '/clock'
    | '/people'
    | '/time-off'
    | '/open-shifts'
    | '/notifications'
    | '/import'
    | '/settings'
  label: string
  icon: LucideIcon
  /** One of these suffices. */
  needs: readonly Permission[]
  /** Pages behind its tabs: there it is the current one too. */
  tabs?: readonly ('/timesheets' | '/corrections' | '/swaps' | '/absences' | '/availability')[]
  /** False: a phone shows it under "More" only. */
  inBar?: false
}

export const destinations: readonly Destination[] = [
  { to: '/', label: 'Rosters', icon: CalendarRange, needs: ['rosters:read'] },
  { to: '/overview', label: 'Overview', icon: LayoutDashboard, needs: ['people:read'], inBar: false },
  { to: '/people', label: 'People', icon: Users, needs: ['people:read'] },
  {
    to: '/time-off',
    label: 'Time off',
    icon: Palmtree,
    needs: ['self:write', 'people:read'],
    tabs: ['/availability'],
  },
  {
    to: '/clock',
    label: 'Clock',
    icon: Clock,
    needs: ['self:write', 'attendance:read'],
    tabs: ['/timesheets', '/corrections'],
  },
  {
    to: '/open-shifts',
    label: 'Swaps',
    icon: ArrowLeftRight,
    needs: ['self:write', 'exchange:decide'],
    tabs: ['/swaps', '/absences'],
  },
  { to: '/notifications', label: 'Inbox', icon: Bell, needs: ['organisation:read'] },
  { to: '/import', label: 'Import', icon: FileUp, needs: ['imports:write'], inBar: false },
  { to: '/settings', label: 'Settings', icon: Settings2, needs: ['organisation:read'], inBar: false },
]
