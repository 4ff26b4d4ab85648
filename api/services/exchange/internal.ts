// What the verbs of the exchange share: finding and locking what is traded, and saying it on the wire.
import { and, eq, sql } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import {
  employees,
  openShifts,
  organisationSettings,
  rosters,
  shiftClaims,
  shifts,
  sites,
} from '../../../drizzle/schema/index.ts'
import { defaultExchangePolicy, type ExchangePolicy } from '../../../drizzle/schema/organisation.ts'
import type { Breach } from '../../../solver/model/outcome.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { claimSchema, openShiftSchema } from '../../contract/exchange.ts'
import type { Permission } from '../../contract/permissions.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { RosterRow } from '../rosters/planning-rows.ts'
import { type BreachWire, toBreachesWire } from '../rosters/wire.ts'
import { isSiteOfShift } from '../shared/joins.ts'
import { spanInWords } from '../shared/local-words.ts'
import { ownEmployee } from '../shared/own-employee.ts'
import { reachesRoster, requirePeopleWithin } from '../shared/reach.ts'

export type OpenShift = z.output<typeof openShiftSchema>
export type Claim = z.output<typeof claimSchema>

/** Columns of an open shift with the shift it offers. */
export const openShiftColumns = {
  id: openShifts.id,
  shiftId: openShifts.shiftId,
  heads: openShifts.heads,
  headsTaken: openShifts.headsTaken,
  mode: openShifts.mode,
  closesAt: openShifts.closesAt,
  state: openShifts.state,
  message: openShifts.message,
  absenceId: openShifts.absenceId,
  version: openShifts.version,
  rosterId: shifts.rosterId,
  siteId: shifts.siteId,
  siteName: sites.name,
  siteZone: sites.zone,
  shiftName: shifts.name,
  day: shifts.day,
  startsAt: shifts.startsAt,
  endsAt: shifts.endsAt,
  paidMinutes: shifts.paidMinutes,
}

export const isShiftOfOpen = and(eq(shifts.orgId, openShifts.orgId), eq(shifts.id, openShifts.shiftId))

/** An open shift with its shift, as rows have it. */
export type OpenShiftRow = {
  id: string
  shiftId: string
  heads: number
  headsTaken: number
  mode: 'first-come' | 'bids'
  closesAt: Date
  state: 'open' | 'filled' | 'closed' | 'withdrawn'
  message: string | null
  absenceId: string | null
  version: number
  rosterId: string
  siteId: string
  siteName: string
  siteZone: string
  shiftName: string
  day: string
  startsAt: Date
  endsAt: Date
  paidMinutes: number
}

export const toOpenShiftWire = ({ startsAt, endsAt, closesAt, siteZone, ...row }: OpenShiftRow): OpenShift => ({
  ...row,
  zone: siteZone,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
  closesAt: closesAt.toISOString(),
})

/** Columns of a claim with the person's name. */
export const claimColumns = {
  id: shiftClaims.id,
  openShiftId: shiftClaims.openShiftId,
  employeeId: shiftClaims.employeeId,
  employeeName: employees.name,
  state: shiftClaims.state,
  reason: shiftClaims.reason,
  cost: shiftClaims.cost,
  createdAt: shiftClaims.createdAt,
  decidedAt: shiftClaims.decidedAt,
  version: shiftClaims.version,
}
export const isPersonOfClaim = and(eq(employees.orgId, shiftClaims.orgId), eq(employees.id, shiftClaims.employeeId))

type ClaimRow = Omit<Claim, 'createdAt' | 'decidedAt'> & { createdAt: Date; decidedAt: Date | null }

export const toClaimWire = (ctx: Context, { createdAt, decidedAt, cost, ...row }: ClaimRow): Claim => ({
  ...row,
  cost: ctx.permissions.has('exchange:decide') && ctx.permissions.has('costs:read') ? cost : null,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

/** Soft costs are kept in an integer column; more than that is as bad as can be said. */
export const costOf = (soft: number): number => Math.max(-2_147_483_648, Math.min(2_147_483_647, soft))

/** What somebody may read of the breaches of a change: those who read people all of them, others what concerns themselves alone. */
export const breachesFor = (ctx: Context, breaches: readonly Breach[], employeeId: string): BreachWire[] => {
  if (ctx.permissions.has('people:read')) return toBreachesWire(breaches, ctx.permissions)
  const own = breaches.filter(({ employees: who }) => who.length === 1 && who[0] === employeeId)
  return toBreachesWire(own, new Set(['people:read']))
}

/**
 * Whose act this is: one's own, or that of the person a manager names. Throws `Forbidden` without `self:write`, or without
 * `permission` where somebody else is named; `NotFound` for people beyond reach.
 */
export const actingFor = async (
  ctx: Context,
  tx: Tx,
  employeeId: string | undefined,
  permission: Permission,
): Promise<string> => {
  if (employeeId === undefined) {
    requirePermission(ctx, 'self:write')
    return (await ownEmployee(ctx, tx)).id
  }
  const isOwn = await isOwnRecord(ctx, tx, employeeId)
  requirePermission(ctx, isOwn ? 'self:write' : permission)
  if (!isOwn) await requireEmployee(ctx, tx, employeeId)
  return employeeId
}

/** First line of verbs that people call for themselves and managers for others. Throws `Forbidden` for everybody else. */
export const requireSelfOr = (ctx: Context, permission: Permission): void => {
  if (!ctx.permissions.has(permission)) requirePermission(ctx, 'self:write')
}

/** Whether the employee is who is signed in. */
export const isOwnRecord = async (ctx: Context, tx: Tx, employeeId: string): Promise<boolean> => {
  if (ctx.apiKeyId !== null) return false
  const [row] = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId), eq(employees.userId, ctx.user.id)))
  return row !== undefined
}

const requireEmployee = async (ctx: Context, tx: Tx, employeeId: string): Promise<void> => {
  const [row] = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.orgId, ctx.orgId), eq(employees.id, employeeId), sql`${employees.deletedAt} is null`))
  if (row === undefined) throw new NotFound('employee', employeeId)
  await requirePeopleWithin(ctx, tx, [employeeId])
}

/** Locks a roster until the transaction ends; whoever changes it waits here. Throws `Conflict` unless it is published. */
export const lockPublished = async (ctx: Context, tx: Tx, rosterId: string): Promise<RosterRow> => {
  const [roster] = await tx
    .select()
    .from(rosters)
    .where(and(eq(rosters.orgId, ctx.orgId), eq(rosters.id, rosterId)))
    .for('update')
  if (roster === undefined || !reachesRoster(ctx, roster)) throw new NotFound('roster', rosterId)
  if (roster.state !== 'published') {
    throw new Conflict('conflict', `Roster "${roster.name}" is not published, so nothing in it can be traded.`, {
      rosterId,
    })
  }
  return roster
}

/** Reads an open shift and locks first its roster, then itself: always in this order, so that nobody waits in a circle. */
export const lockOpenShift = async (
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<{ open: OpenShiftRow; roster: RosterRow }> => {
  const read = () =>
    tx
      .select(openShiftColumns)
      .from(openShifts)
      .innerJoin(shifts, isShiftOfOpen)
      .innerJoin(sites, isSiteOfShift)
      .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
  const [seen] = await read()
  if (seen === undefined) throw new NotFound('open shift', id)
  const roster = await lockPublished(ctx, tx, seen.rosterId)
  await tx
    .select({ id: openShifts.id })
    .from(openShifts)
    .where(and(eq(openShifts.orgId, ctx.orgId), eq(openShifts.id, id)))
    .for('update')
  const [open] = await read()
  if (open === undefined) throw new NotFound('open shift', id)
  return { open, roster }
}

export const exchangePolicy = async (ctx: Context, tx: Tx): Promise<ExchangePolicy> => {
  const [row] = await tx
    .select({ exchange: organisationSettings.exchange })
    .from(organisationSettings)
    .where(eq(organisationSettings.orgId, ctx.orgId))
  return row?.exchange ?? defaultExchangePolicy
}

/** A shift as messages name it. */
export const shiftData = (shift: {
  shiftName: string
  siteName: string
  siteZone: string
  startsAt: Date
  endsAt: Date
}) => ({
  shift: shift.shiftName,
  site: shift.siteName,
  when: spanInWords(shift.startsAt, shift.endsAt, shift.siteZone),
})
