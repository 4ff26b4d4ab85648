// The pages and what each needs first: nobody, a user, or a user in an organisation.
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from './api/queries.ts'
import { ApiError, setOrganisation } from './api/request.ts'
import type { Me } from './api/types.ts'
import { SignInPage } from './features/session/sign-in-page.tsx'
import { SignUpPage } from './features/session/sign-up-page.tsx'
import { PageError } from './features/shell/page-error.tsx'
import { Shell } from './features/shell/shell.tsx'

interface RouterContext {
  queryClient: QueryClient
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** The signed-in user, or null when nobody is. Other failures are thrown to the page's error state. */
const loadMe = async (queryClient: QueryClient): Promise<Me | null> => {
  try {
    return await queryClient.ensureQueryData(meQuery)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'unauthenticated') return null
    throw error
  }
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ errorComponent: PageError })

const visitorSearch = (search: Record<string, unknown>): { next?: string } => {
  const next = text(search.next)
  return next?.startsWith('/') && !next.startsWith('//') ? { next } : {}
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: visitorSearch,
  component: SignInPage,
})
const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: visitorSearch,
  component: SignUpPage,
})

const userRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'user',
  beforeLoad: async ({ context, location }) => {
    const me = await loadMe(context.queryClient)
    if (!me) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    return { me }
  },
})
const newOrganisationRoute = createRoute({
  getParentRoute: () => userRoute,
  path: '/organisations/new',
  component: lazyRouteComponent(
    () => import('./features/organisations/create-organisation-page.tsx'),
    'CreateOrganisationPage',
  ),
})

const invitationRoute = createRoute({
  getParentRoute: () => userRoute,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('./features/session/invitation-page.tsx'), 'InvitationPage'),
})

/** Acts in the active organisation from here on. */
const enterOrganisation = ({ context: { me } }: { context: { me: Me } }): { organisationId: string } => {
  const organisationId = me.activeOrganisationId ?? me.organisations[0]?.id
  if (!organisationId) throw redirect({ to: '/organisations/new' })
  setOrganisation(organisationId)
  return { organisationId }
}

/** Stands at work without a menu. */
const kioskRoute = createRoute({
  getParentRoute: () => userRoute,
  path: '/kiosk',
  beforeLoad: enterOrganisation,
  component: lazyRouteComponent(() => import('./features/attendance/kiosk-page.tsx'), 'KioskPage'),
  errorComponent: PageError,
})

const memberRoute = createRoute({
  getParentRoute: () => userRoute,
  id: 'member',
  beforeLoad: enterOrganisation,
  component: Shell,
  errorComponent: PageError,
})
const rostersRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./features/rosters/rosters-page.tsx'), 'RostersPage'),
})
const rosterRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rosters/$rosterId',
  component: lazyRouteComponent(() => import('./features/roster/roster-page.tsx'), 'RosterPage'),
})
const runRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/rosters/$rosterId/runs/$runId',
  component: lazyRouteComponent(() => import('./features/run/run-page.tsx'), 'RunPage'),
})
const peopleRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./features/people/people-page.tsx'), 'PeoplePage'),
})
const expiringRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/people/expiring',
  component: lazyRouteComponent(() => import('./features/people/expiring-page.tsx'), 'ExpiringPage'),
})
const structureRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/people/structure',
  component: lazyRouteComponent(() => import('./features/people/structure-page.tsx'), 'StructurePage'),
})
const personRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/people/$employeeId',
  component: lazyRouteComponent(() => import('./features/people/person-page.tsx'), 'PersonPage'),
})
const importRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./features/import/import-page.tsx'), 'ImportPage'),
})
const openShiftsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/open-shifts',
  component: lazyRouteComponent(() => import('./features/exchange/open-shifts-page.tsx'), 'OpenShiftsPage'),
})
const swapsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/swaps',
  component: lazyRouteComponent(() => import('./features/exchange/swaps-page.tsx'), 'SwapsPage'),
})
const absencesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/absences',
  component: lazyRouteComponent(() => import('./features/exchange/absences-page.tsx'), 'AbsencesPage'),
})
const overviewRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/overview',
  component: lazyRouteComponent(() => import('./features/overview/overview-page.tsx'), 'OverviewPage'),
})
const clockRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/clock',
  component: lazyRouteComponent(() => import('./features/attendance/clock-page.tsx'), 'ClockPage'),
})
const timesheetsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/timesheets',
  component: lazyRouteComponent(() => import('./features/attendance/timesheets-page.tsx'), 'TimesheetsPage'),
})
const correctionsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./features/attendance/corrections-page.tsx'), 'CorrectionsPage'),
})
const timeOffRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/time-off',
  component: lazyRouteComponent(() => import('./features/time-off/time-off-page.tsx'), 'TimeOffPage'),
})
const balancesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/time-off/balances',
  component: lazyRouteComponent(() => import('./features/time-off/balances-page.tsx'), 'BalancesPage'),
})
const timeOffPolicyRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/time-off/policy',
  component: lazyRouteComponent(() => import('./features/time-off/policy-page.tsx'), 'PolicyPage'),
})
const availabilityRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/availability',
  validateSearch: (search): { person?: string; week?: string } => {
    const [person, week] = [text(search.person), text(search.week)]
    return { ...(person ? { person } : {}), ...(week && /^\d{4}-\d{2}-\d{2}$/.test(week) ? { week } : {}) }
  },
  component: lazyRouteComponent(() => import('./features/availability/availability-page.tsx'), 'AvailabilityPage'),
})
const messagesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./features/messages/messages-page.tsx'), 'MessagesPage'),
})
const settingsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  userRoute.addChildren([
    newOrganisationRoute,
    invitationRoute,
    kioskRoute,
    memberRoute.addChildren([
      rostersRoute,
      rosterRoute,
      runRoute,
      peopleRoute,
      expiringRoute,
      structureRoute,
      personRoute,
      openShiftsRoute,
      swapsRoute,
      absencesRoute,
      timeOffRoute,
      balancesRoute,
      timeOffPolicyRoute,
      availabilityRoute,
      overviewRoute,
      clockRoute,
      timesheetsRoute,
      correctionsRoute,
      messagesRoute,
      importRoute,
      settingsRoute,
    ]),
  ]),
])

/** One router for the page; guards read the signed-in user through the query client. */
export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({ routeTree, context: { queryClient }, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
