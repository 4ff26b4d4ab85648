// What the example asks of the API, typed by the contract: a method, a path, and what goes in and comes out.
import * as z from 'zod'
import {
  attendanceDecision,
  clockPress,
  clockSchema,
  comparisonQuery,
  comparisonRow,
  correctionCreate,
  correctionSchema,
  kioskPress,
  pinChange,
  pinChanged,
  timeEntryQuery,
  timeEntrySchema,
} from '../api/contract/attendance.ts'
import {
  availabilityCreate,
  availabilityListed,
  availabilityQuery,
  availabilitySchema,
} from '../api/contract/availability.ts'
import { bulkRequest, bulkResult } from '../api/contract/bulk.ts'
import {
  certificationCreate,
  certificationSchema,
  expiringQuery,
  expiringSchema,
} from '../api/contract/certifications.ts'
import { dashboardQuery, dashboardSchema } from '../api/contract/dashboard.ts'
import { patternCreate, patternSchema } from '../api/contract/demand.ts'
import {
  absenceCreate,
  absenceResult,
  claimSchema,
  forEmployee,
  openShiftQuery,
  openShiftSchema,
  swapAnswer,
  swapCreate,
  swapSchema,
} from '../api/contract/exchange.ts'
import {
  payPeriodSchema,
  payPeriodStep,
  payPeriodsCreate,
  timesheetQuery,
  timesheetSchema,
  timesheetSubmit,
} from '../api/contract/payroll.ts'
import {
  contractCreate,
  contractSchema,
  employeeCreate,
  employeeQuery,
  employeeSchema,
  employeeUpdate,
  skillCreate,
  skillSchema,
} from '../api/contract/people.ts'
import { acknowledge, acknowledged, acknowledgementQuery, acknowledgementSchema } from '../api/contract/roster-life.ts'
import {
  proposalAccept,
  proposalSchema,
  publishRequest,
  publishResult,
  rosterCreate,
  rosterGrid,
  rosterSchema,
  runCreate,
  runSchema,
} from '../api/contract/rostering.ts'
import {
  adjustmentCreate,
  ledgerEntrySchema,
  timeOffCreate,
  timeOffDecide,
  timeOffDecided,
  timeOffReview,
  timeOffSchema,
  timeOffTypeCreate,
  timeOffTypeSchema,
} from '../api/contract/time-off.ts'
import {
  demandCreate,
  demandSchema,
  shiftTypeCreate,
  shiftTypeSchema,
  siteCreate,
  siteSchema,
} from '../api/contract/workforce.ts'
import type { Endpoint } from './client.ts'

const post = <P extends `/${string}`, B extends z.ZodType, D extends z.ZodType>(path: P, body: B, data: D) =>
  ({ method: 'POST', path, body, data }) satisfies Endpoint

const get = <P extends `/${string}`, Q extends z.ZodType, D extends z.ZodType>(path: P, query: Q, data: D) =>
  ({ method: 'GET', path, query, data }) satisfies Endpoint

/** On a record as it was read. */
const on = <P extends `/${string}`, B extends z.ZodType, D extends z.ZodType>(path: P, body: B, data: D) =>
  ({ method: 'POST', path, body, data, versioned: true }) satisfies Endpoint

const nothing = z.strictObject({})

export const muster = {
  addSkill: post('/skills', skillCreate, skillSchema),
  addContract: post('/contracts', contractCreate, contractSchema),
  addSite: post('/sites', siteCreate, siteSchema),
  addShiftType: post('/shift-types', shiftTypeCreate, shiftTypeSchema),
  changePeople: post('/employees/bulk', bulkRequest(employeeCreate, employeeUpdate), bulkResult),
  people: get('/employees', employeeQuery.partial(), z.array(employeeSchema)),
  addPattern: post('/demand-patterns', patternCreate, patternSchema),
  addDemand: post('/demand', demandCreate, demandSchema),

  addTimeOffType: post('/time-off-types', timeOffTypeCreate, timeOffTypeSchema),
  adjustBalance: post('/time-off-ledger', adjustmentCreate, ledgerEntrySchema),
  askForLeave: post('/time-off', timeOffCreate, timeOffSchema),
  reviewLeave: get('/time-off/:id/review', nothing, timeOffReview),
  decideLeave: on('/time-off/:id/decide', timeOffDecide, timeOffDecided),
  addAvailability: post('/availability', availabilityCreate, availabilitySchema),
  availability: get('/availability', availabilityQuery.partial(), z.array(availabilityListed)),
  addCertification: post('/certifications', certificationCreate, certificationSchema),
  expiring: get('/certifications/expiring', expiringQuery.partial(), z.array(expiringSchema)),

  addRoster: post('/rosters', rosterCreate, rosterSchema),
  grid: get('/rosters/:id/grid', nothing, rosterGrid),
  startRun: post('/rosters/:id/runs', runCreate, runSchema),
  run: get('/runs/:id', nothing, runSchema),
  proposal: get('/runs/:id/proposal', nothing, proposalSchema),
  accept: on('/runs/:id/accept', proposalAccept, rosterSchema),
  publish: on('/rosters/:id/publish', publishRequest, publishResult),

  acknowledge: post('/rosters/:id/acknowledgements', acknowledge, acknowledged),
  acknowledgements: get(
    '/rosters/:id/acknowledgements',
    acknowledgementQuery.partial(),
    z.array(acknowledgementSchema),
  ),

  reportAbsence: post('/absences', absenceCreate, absenceResult),
  openShifts: get('/open-shifts', openShiftQuery.partial(), z.array(openShiftSchema)),
  claim: post('/open-shifts/:id/claims', forEmployee, claimSchema),
  proposeSwap: post('/swaps', swapCreate, swapSchema),
  answerSwap: on('/swaps/:id/answer', swapAnswer, swapSchema),
  decideSwap: on('/swaps/:id/decide', swapAnswer, swapSchema),

  pressClock: post('/clock', clockPress, clockSchema),
  setPin: { method: 'PUT', path: '/clock/pin', body: pinChange, data: pinChanged } satisfies Endpoint,
  pressKiosk: post('/clock/kiosk', kioskPress, clockSchema),
  timeEntries: get('/time-entries', timeEntryQuery.partial(), z.array(timeEntrySchema)),
  askForCorrection: post('/time-corrections', correctionCreate, correctionSchema),
  decideCorrection: on('/time-corrections/:id/decide', attendanceDecision, correctionSchema),
  comparison: get('/attendance/comparison', comparisonQuery, z.array(comparisonRow)),

  addPayPeriods: post('/pay-periods', payPeriodsCreate, z.array(payPeriodSchema)),
  submitTimesheet: post('/timesheets', timesheetSubmit, timesheetSchema),
  timesheets: get('/timesheets', timesheetQuery.partial(), z.array(timesheetSchema)),
  decideTimesheet: on('/timesheets/:id/decide', attendanceDecision, timesheetSchema),
  stepPayPeriod: on('/pay-periods/:id/step', payPeriodStep, payPeriodSchema),
  /** A CSV file. */
  payroll: { method: 'GET', path: '/pay-periods/:id/export' } satisfies Omit<Endpoint, 'data'>,

  dashboard: get('/dashboard', dashboardQuery, dashboardSchema),
}
