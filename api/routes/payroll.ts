import * as z from 'zod'
import { attendanceDecision } from '../contract/attendance.ts'
import {
  budgetCreate,
  budgetQuery,
  budgetSchema,
  budgetUpdate,
  costQuery,
  costSchema,
  payPeriodQuery,
  payPeriodSchema,
  payPeriodStep,
  payPeriodsCreate,
  timesheetQuery,
  timesheetSchema,
  timesheetSubmit,
} from '../contract/payroll.ts'
import { budgetKind } from '../services/costs/budgets.ts'
import { getCosts } from '../services/costs/get-costs.ts'
import { exportPayroll } from '../services/payroll/export-payroll.ts'
import { createPayPeriods, listPayPeriods, stepPayPeriod } from '../services/payroll/pay-periods.ts'
import { decideTimesheet, listTimesheets, submitTimesheet } from '../services/payroll/timesheets.ts'
import { recordResource } from './record-resource.ts'
import { Resource } from './resource.ts'

export const payPeriods = new Resource('Pay periods', '/pay-periods')
  .add(
    { method: 'get', path: '/', summary: 'List pay periods', query: payPeriodQuery, data: z.array(payPeriodSchema) },
    (ctx, { query }) => listPayPeriods(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Make a series of pay periods',
      body: payPeriodsCreate,
      data: z.array(payPeriodSchema),
      status: 201,
    },
    (ctx, { body }) => createPayPeriods(ctx, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/step',
      summary: 'Open, close, process or finish a period',
      versioned: true,
      body: payPeriodStep,
      data: payPeriodSchema,
    },
    (ctx, { params, body, version }) => stepPayPeriod(ctx, params.id, version, body),
  )
  .add(
    { method: 'get', path: '/:id/export', summary: 'Approved timesheets as CSV', file: ['text/csv'] },
    async (ctx, { params }) => {
      const { filename, content } = await exportPayroll(ctx, params.id)
      return new Response(content, {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${filename}"`,
          'Cache-Control': 'private, no-store',
        },
      })
    },
  )

export const timesheets = new Resource('Timesheets', '/timesheets')
  .add(
    { method: 'get', path: '/', summary: 'List timesheets', query: timesheetQuery, data: z.array(timesheetSchema) },
    (ctx, { query }) => listTimesheets(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Hand in a timesheet', body: timesheetSubmit, data: timesheetSchema },
    (ctx, { body }) => submitTimesheet(ctx, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/decide',
      summary: 'Approve or reject',
      versioned: true,
      body: attendanceDecision,
      data: timesheetSchema,
    },
    (ctx, { params, body, version }) => decideTimesheet(ctx, params.id, version, body),
  )

export const budgets = recordResource({
  tag: 'Budgets',
  base: '/budgets',
  one: 'a budget',
  many: 'budgets',
  kind: budgetKind,
  create: budgetCreate,
  update: budgetUpdate,
  schema: budgetSchema,
  query: budgetQuery,
})

export const costs = new Resource('Costs', '/costs').add(
  { method: 'get', path: '/', summary: 'Planned and actual cost', query: costQuery, data: costSchema },
  (ctx, { query }) => getCosts(ctx, query),
)
