import * as z from 'zod'
import {
  absenceCreate,
  absenceEndResult,
  absenceQuery,
  absenceResult,
  absenceSchema,
  claimQuery,
  claimSchema,
  decideRequest,
  forEmployee,
  offerRequest,
  openShiftCreate,
  openShiftQuery,
  openShiftSchema,
  openShiftWithClaims,
  shiftToTake,
  standIn,
  swapAnswer,
  swapCreate,
  swapQuery,
  swapSchema,
} from '../contract/exchange.ts'
import { answerSwap, cancelSwap, decideSwap } from '../services/exchange/answer-swap.ts'
import { claimOpenShift } from '../services/exchange/claim-open-shift.ts'
import { createOpenShift } from '../services/exchange/create-open-shift.ts'
import { decideOpenShift } from '../services/exchange/decide-open-shift.ts'
import { endAbsence } from '../services/exchange/end-absence.ts'
import { endClaim } from '../services/exchange/end-claim.ts'
import { listAbsences } from '../services/exchange/list-absences.ts'
import { listClaims } from '../services/exchange/list-claims.ts'
import { getOpenShift, listOpenShifts } from '../services/exchange/list-open-shifts.ts'
import { listShiftsToTake } from '../services/exchange/list-shifts-to-take.ts'
import { getSwap, listSwaps } from '../services/exchange/list-swaps.ts'
import { offerOpenShift } from '../services/exchange/offer-open-shift.ts'
import { proposeSwap } from '../services/exchange/propose-swap.ts'
import { rankStandIns } from '../services/exchange/rank-stand-ins.ts'
import { reportAbsence } from '../services/exchange/report-absence.ts'
import { withdrawOpenShift } from '../services/exchange/withdraw-open-shift.ts'
import { Resource } from './resource.ts'

export const openShifts = new Resource('Open shifts', '/open-shifts')
  .add(
    { method: 'get', path: '/', summary: 'List open shifts', query: openShiftQuery, data: z.array(openShiftSchema) },
    (ctx, { query }) => listOpenShifts(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Open a shift', body: openShiftCreate, data: openShiftSchema, status: 201 },
    (ctx, { body }) => createOpenShift(ctx, body),
  )
  .add(
    {
      method: 'get',
      path: '/mine',
      summary: 'The open shifts as you see them: free, at a cost, or stopped and why',
      query: forEmployee,
      data: z.array(shiftToTake),
    },
    (ctx, { query }) => listShiftsToTake(ctx, query.employeeId),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get an open shift', data: openShiftWithClaims }, (ctx, { params }) =>
    getOpenShift(ctx, params.id),
  )
  .add(
    { method: 'get', path: '/:id/stand-ins', summary: 'Who could take it, best first', data: z.array(standIn) },
    (ctx, { params }) => rankStandIns(ctx, params.id),
  )
  .add(
    {
      method: 'post',
      path: '/:id/claims',
      summary: 'Ask for an open shift',
      body: forEmployee,
      data: claimSchema,
      status: 201,
    },
    (ctx, { params, body }) => claimOpenShift(ctx, params.id, body.employeeId),
  )
  .add(
    {
      method: 'post',
      path: '/:id/offers',
      summary: 'Offer it to people',
      body: offerRequest,
      data: openShiftWithClaims,
    },
    (ctx, { params, body }) => offerOpenShift(ctx, params.id, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/decide',
      summary: 'Give it to a claim',
      body: decideRequest,
      data: openShiftWithClaims,
    },
    (ctx, { params, body }) => decideOpenShift(ctx, params.id, body.claimId),
  )
  .add(
    { method: 'post', path: '/:id/withdraw', summary: 'Offer it no longer', versioned: true, data: openShiftSchema },
    (ctx, { params, version }) => withdrawOpenShift(ctx, params.id, version),
  )

export const claims = new Resource('Claims', '/claims')
  .add(
    { method: 'get', path: '/', summary: 'List claims and offers', query: claimQuery, data: z.array(claimSchema) },
    (ctx, { query }) => listClaims(ctx, query),
  )
  .add({ method: 'post', path: '/:id/withdraw', summary: 'Take a claim back', data: claimSchema }, (ctx, { params }) =>
    endClaim(ctx, params.id, 'withdrawn'),
  )
  .add({ method: 'post', path: '/:id/decline', summary: 'Decline an offer', data: claimSchema }, (ctx, { params }) =>
    endClaim(ctx, params.id, 'declined'),
  )

export const swaps = new Resource('Swaps', '/swaps')
  .add(
    { method: 'get', path: '/', summary: 'List trades', query: swapQuery, data: z.array(swapSchema) },
    (ctx, { query }) => listSwaps(ctx, query),
  )
  .add(
    { method: 'post', path: '/', summary: 'Propose a trade', body: swapCreate, data: swapSchema, status: 201 },
    (ctx, { body }) => proposeSwap(ctx, body),
  )
  .add({ method: 'get', path: '/:id', summary: 'Get a trade', data: swapSchema }, (ctx, { params }) =>
    getSwap(ctx, params.id),
  )
  .add(
    {
      method: 'post',
      path: '/:id/answer',
      summary: 'Agree or decline',
      versioned: true,
      body: swapAnswer,
      data: swapSchema,
    },
    (ctx, { params, body, version }) => answerSwap(ctx, params.id, version, body),
  )
  .add(
    {
      method: 'post',
      path: '/:id/decide',
      summary: 'Approve or reject',
      versioned: true,
      body: swapAnswer,
      data: swapSchema,
    },
    (ctx, { params, body, version }) => decideSwap(ctx, params.id, version, body),
  )
  .add(
    { method: 'post', path: '/:id/cancel', summary: 'Take a proposal back', versioned: true, data: swapSchema },
    (ctx, { params, version }) => cancelSwap(ctx, params.id, version),
  )

export const absences = new Resource('Absences', '/absences')
  .add(
    { method: 'get', path: '/', summary: 'List absences', query: absenceQuery, data: z.array(absenceSchema) },
    (ctx, { query }) => listAbsences(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Report that somebody cannot come',
      body: absenceCreate,
      data: absenceResult,
      status: 201,
    },
    (ctx, { body }) => reportAbsence(ctx, body),
  )
  .add(
    { method: 'post', path: '/:id/end', summary: 'The person is back', versioned: true, data: absenceEndResult },
    (ctx, { params, version }) => endAbsence(ctx, params.id, version),
  )
