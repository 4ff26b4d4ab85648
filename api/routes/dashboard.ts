import { dashboardQuery, dashboardSchema } from '../contract/dashboard.ts'
import { getDashboard } from '../services/dashboard/get-dashboard.ts'
import { Resource } from './resource.ts'

export const dashboard = new Resource('Dashboard', '/dashboard').add(
  {
    method: 'get',
    path: '/',
    summary: 'How a span of days stands: cover, open shifts, hours, cost, fairness, what waits and what expires',
    keep: 'dashboard',
    query: dashboardQuery,
    data: dashboardSchema,
  },
  (ctx, { query }) => getDashboard(ctx, query),
)
