import { and, gte, lte } from 'drizzle-orm'
import * as z from 'zod'
import { blackoutDates as blackoutTable } from '../../drizzle/schema/index.ts'
import { filteredQuery } from '../contract/envelope.ts'
import {
  adjustmentCreate,
  balanceQuery,
  balanceSchema,
  blackoutCreate,
  blackoutQuery,
  blackoutSchema,
  blackoutUpdate,
  ledgerEntrySchema,
  ledgerQuery,
  timeOffTypeCreate,
  timeOffTypeSchema,
  timeOffTypeUpdate,
} from '../contract/time-off.ts'
import { adjustBalance } from '../services/time-off/adjust-balance.ts'
import { blackoutKind } from '../services/time-off/blackout-dates.ts'
import { listBalances } from '../services/time-off/list-balances.ts'
import { listLedger } from '../services/time-off/list-ledger.ts'
import { timeOffTypeKind } from '../services/time-off/time-off-types.ts'
import { recordResource } from './record-resource.ts'
import { Resource } from './resource.ts'

export const timeOffTypes = recordResource({
  tag: 'Kinds of time off',
  base: '/time-off-types',
  one: 'a kind of time off',
  many: 'kinds of time off',
  kind: timeOffTypeKind,
  create: timeOffTypeCreate,
  update: timeOffTypeUpdate,
  schema: timeOffTypeSchema,
  query: filteredQuery,
})

export const blackoutDates = recordResource({
  tag: 'Blackouts',
  base: '/blackout-dates',
  one: 'a blackout',
  many: 'blackouts',
  kind: blackoutKind,
  create: blackoutCreate,
  update: blackoutUpdate,
  schema: blackoutSchema,
  query: blackoutQuery,
  wanted: ({ from, to }) =>
    and(
      from === undefined ? undefined : gte(blackoutTable.lastDay, from),
      to === undefined ? undefined : lte(blackoutTable.firstDay, to),
    ),
})

export const timeOffBalances = new Resource('Balances of time off', '/time-off-balances').add(
  { method: 'get', path: '/', summary: 'List balances', query: balanceQuery, data: z.array(balanceSchema) },
  (ctx, { query }) => listBalances(ctx, query),
)

export const timeOffLedger = new Resource('Balances of time off', '/time-off-ledger')
  .add(
    {
      method: 'get',
      path: '/',
      summary: 'List entries of balances, newest first',
      query: ledgerQuery,
      data: z.array(ledgerEntrySchema),
    },
    (ctx, { query }) => listLedger(ctx, query),
  )
  .add(
    {
      method: 'post',
      path: '/',
      summary: 'Adjust a balance by an entry',
      body: adjustmentCreate,
      data: ledgerEntrySchema,
      status: 201,
    },
    (ctx, { body }) => adjustBalance(ctx, body),
  )
