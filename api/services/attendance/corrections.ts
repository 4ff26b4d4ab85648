// Corrections as rows and on the wire, and finding one to decide about.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { employees, timeCorrections } from '../../../drizzle/schema/index.ts'
import { type Context, requireVersion } from '../../context.ts'
import type { correctionSchema } from '../../contract/attendance.ts'
import { Conflict, NotFound } from '../../errors.ts'

export type Correction = z.output<typeof correctionSchema>

export const correctionColumns = {
  id: timeCorrections.id,
  employeeId: timeCorrections.employeeId,
  employeeName: employees.name,
  entryId: timeCorrections.entryId,
  startsAt: timeCorrections.startsAt,
  endsAt: timeCorrections.endsAt,
  breakMinutes: timeCorrections.breakMinutes,
  siteId: timeCorrections.siteId,
  reason: timeCorrections.reason,
  state: timeCorrections.state,
  note: timeCorrections.note,
  decidedAt: timeCorrections.decidedAt,
  createdAt: timeCorrections.createdAt,
  version: timeCorrections.version,
}
export const isPersonOfCorrection = and(
  eq(employees.orgId, timeCorrections.orgId),
  eq(employees.id, timeCorrections.employeeId),
)

export type CorrectionRow = Omit<Correction, 'start' | 'end' | 'decidedAt' | 'createdAt'> & {
  startsAt: Date
  endsAt: Date
  decidedAt: Date | null
  createdAt: Date
}

export const toCorrectionWire = ({ startsAt, endsAt, decidedAt, createdAt, ...row }: CorrectionRow): Correction => ({
  ...row,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})

/** Throws `NotFound`. */
export const readCorrection = async (ctx: Context, tx: Pick<Tx, 'select'>, id: string): Promise<CorrectionRow> => {
  const [row] = await tx
    .select(correctionColumns)
    .from(timeCorrections)
    .innerJoin(employees, isPersonOfCorrection)
    .where(and(eq(timeCorrections.orgId, ctx.orgId), eq(timeCorrections.id, id)))
  if (row === undefined) throw new NotFound('correction', id)
  return row
}

/** Locks a correction that still waits. Throws `NotFound`, `VersionConflict`, and `Conflict` for one that was decided. */
export const lockPending = async (ctx: Context, tx: Tx, id: string, version: number): Promise<CorrectionRow> => {
  await tx
    .select({ id: timeCorrections.id })
    .from(timeCorrections)
    .where(and(eq(timeCorrections.orgId, ctx.orgId), eq(timeCorrections.id, id)))
    .for('update')
  const row = await readCorrection(ctx, tx, id)
  requireVersion('correction', row, version)
  if (row.state === 'pending') return row
  throw new Conflict('conflict', `This correction was already ${row.state}. Ask for another one.`, { state: row.state })
}
