import * as z from 'zod'
import {
  attendanceDecision,
  attendancePolicySchema,
  attendancePolicyUpdate,
  clockPress,
  clockQuery,
  clockSchema,
  comparisonQuery,
  comparisonRow,
  correctionCreate,
  correctionQuery,
  correctionSchema,
  kioskPress,
  pinChange,
  pinChanged,
  reliabilityQuery,
  reliabilitySchema,
  timeEntryQuery,
  timeEntrySchema,
} from '../contract/attendance.ts'
import { comparePlanned } from '../services/attendance/compare-planned.ts'
import { cancelCorrection, decideCorrection } from '../services/attendance/decide-correction.ts'
import { getClock } from '../services/attendance/get-clock.ts'
import { listCorrections } from '../services/attendance/list-corrections.ts'
import { listReliability } from '../services/attendance/list-reliability.ts'
import { listTimeEntries } from '../services/attendance/list-time-entries.ts'
import { getAttendancePolicy, setAttendancePolicy } from '../services/attendance/policy.ts'
import { pressClock } from '../services/attendance/press-clock.ts'
import { pressKiosk } from '../services/attendance/press-kiosk.ts'
import { requestCorrection } from '../services/attendance/request-correction.ts'
import { setPin } from '../services/attendance/set-pin.ts'
import { Resource } from './resource.ts'

export const clock = new Resource('Clock', '/clock')
  .add(
    { method: 'get', path: '/', summary: 'The clock, and the shift it is about', query: clockQuery, data: clockSchema },
    (ctx, { query }) => getClock(ctx, query.employeeId),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Clock in or out, begin or end a break',
      body: clockPress,
      data: clockSchema,
    },
    (ctx, { body }) => pressClock(ctx, body),
  )
  .add(
    { method: 'post', path: '/kiosk', summary: 'The same by number and PIN', body: kioskPress, data: clockSchema },
    (ctx, { body }) => pressKiosk(ctx, body),
  )
  .add({ method: 'put', path: '/pin', summary: 'Set the PIN', body: pinChange, data: pinChanged }, (ctx, { body }) =>
    setPin(ctx, body),
  )

export const timeEntries = new Resource('Time entries', '/time-entries').add(
  { method: 'get', path: '/', summary: 'List worked time', query: timeEntryQuery, data: z.array(timeEntrySchema) },
  (ctx, { query }) => listTimeEntries(ctx, query),
)

export const timeCorrections = new Resource('Time corrections', '/time-corrections')
  .add(
    { method: 'get', path: '/', summary: 'List corrections', query: correctionQuery, data: z.array(correctionSchema) },
    (ctx, { query }) => listCorrections(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Ask for a correction',
      body: correctionCreate,
      data: correctionSchema,
      status: 201,
    },
    (ctx, { body }) => requestCorrection(ctx, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/decide',
      summary: 'Approve or reject',
      versioned: true,
      body: attendanceDecision,
      data: correctionSchema,
    },
    (ctx, { params, body, version }) => decideCorrection(ctx, params.id, version, body),
  )
  .add(
    { method: 'post', path: '/:id/cancel', summary: 'Take it back', versioned: true, data: correctionSchema },
    (ctx, { params, version }) => cancelCorrection(ctx, params.id, version),
  )

export const attendance = new Resource('Attendance', '/attendance')
  .add(
    {
      method: 'get',
      path: '/comparison',
      summary: 'Planned against worked time by person and day',
      query: comparisonQuery,
      data: z.array(comparisonRow),
    },
    (ctx, { query }) => comparePlanned(ctx, query),
  )
  .add(
    {
      method: 'get',
      path: '/reliability',
      summary: 'How reliably people came in the last 90 days',
      query: reliabilityQuery,
      data: z.array(reliabilitySchema),
    },
    (ctx, { query }) => listReliability(ctx, query),
  )
  .add({ method: 'get', path: '/policy', summary: 'How the clock is read', data: attendancePolicySchema }, (ctx) =>
    getAttendancePolicy(ctx),
  )
  .add(
    {
      method: 'put',
      path: '/policy',
      summary: 'Change how the clock is read',
      versioned: true,
      body: attendancePolicyUpdate,
      data: attendancePolicySchema,
    },
    (ctx, { body, version }) => setAttendancePolicy(ctx, version, body),
  )
