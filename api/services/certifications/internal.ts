// What the verbs of certifications share.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { certifications, organisationSettings } from '../../../drizzle/schema/index.ts'
import { type Context, requireVersion } from '../../context.ts'
import type { certificationSchema } from '../../contract/certifications.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { localDay } from '../rosters/local-time.ts'
import { requirePeopleWithin } from '../shared/reach.ts'
import { stateOn } from './state-on.ts'

export type Certification = z.output<typeof certificationSchema>

/** A row's columns, as the wire says them but for the state. */
export const columns = {
  id: certifications.id,
  employeeId: certifications.employeeId,
  skillId: certifications.skillId,
  number: certifications.number,
  issuer: certifications.issuer,
  issuedOn: certifications.issuedOn,
  validFrom: certifications.validFrom,
  expiresOn: certifications.expiresOn,
  state: certifications.state,
  renewsId: certifications.renewsId,
  note: certifications.note,
  version: certifications.version,
}
export type Row = Omit<Certification, 'state'> & { state: (typeof certifications.$inferSelect)['state'] }

/** Reads the zone in which the organisation's days are counted. */
export const zoneQuery = (read: Pick<Tx, 'select'>, orgId: string) =>
  read
    .select({ zone: organisationSettings.zone })
    .from(organisationSettings)
    .where(eq(organisationSettings.orgId, orgId))

/** Today in that zone. */
export const todayIn = (ctx: Context, settings: { zone: string } | undefined): string => {
  if (settings === undefined) throw new NotFound('organisation', ctx.orgId)
  return localDay(ctx.clock.now(), settings.zone)
}

export const toWire = <R extends Row>(row: R, today: string) => ({ ...row, state: stateOn(row, today) })

/** Condition for one certification of the organisation. */
export const isThis = (orgId: string, id: string) => and(eq(certifications.orgId, orgId), eq(certifications.id, id))

/** Loads and locks it for the transaction. Throws `NotFound`, also for one of another organisation or of somebody out of the member's reach. */
export const lockCertification = async (ctx: Context, tx: Tx, id: string): Promise<Row> => {
  const [stored] = await tx.select(columns).from(certifications).where(isThis(ctx.orgId, id)).for('update')
  if (stored === undefined) throw new NotFound('certification', id)
  await requirePeopleWithin(ctx, tx, [stored.employeeId])
  return stored
}

/**
 * Locks it for a change of the version that was seen, and says what day it is. Throws `NotFound`, `VersionConflict`, and `Conflict`
 * with `ifRevoked` at the end of its sentence, because what was revoked stands as it is.
 */
export const openCertification = async (
  ctx: Context,
  tx: Tx,
  { id, version }: { id: string; version: number },
  ifRevoked: string,
): Promise<{ stored: Row; today: string }> => {
  const stored = await lockCertification(ctx, tx, id)
  requireVersion('certification', stored, version)
  if (stored.state === 'revoked') throw new Conflict('conflict', `The certification "${id}" ${ifRevoked}`)
  const [settings] = await zoneQuery(tx, ctx.orgId)
  return { stored, today: todayIn(ctx, settings) }
}
