// Absences as rows and on the wire.
import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '../../../drizzle/client.ts'
import { absences, employees } from '../../../drizzle/schema/index.ts'
import type { Context } from '../../context.ts'
import type { absenceSchema } from '../../contract/exchange.ts'
import { NotFound } from '../../errors.ts'

export type Absence = z.output<typeof absenceSchema>

export const absenceColumns = {
  id: absences.id,
  employeeId: absences.employeeId,
  employeeName: employees.name,
  kind: absences.kind,
  startsAt: absences.startsAt,
  endsAt: absences.endsAt,
  note: absences.note,
  endedAt: absences.endedAt,
  version: absences.version,
}
export const isPersonOfAbsence = and(eq(employees.orgId, absences.orgId), eq(employees.id, absences.employeeId))

type AbsenceRow = Omit<Absence, 'start' | 'end' | 'endedAt'> & { startsAt: Date; endsAt: Date; endedAt: Date | null }

export const toAbsenceWire = ({ startsAt, endsAt, endedAt, ...row }: AbsenceRow): Absence => ({
  ...row,
  start: startsAt.toISOString(),
  end: endsAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
})

/** Throws `NotFound`. */
export const readAbsence = async (ctx: Context, tx: Pick<Tx, 'select'>, id: string): Promise<AbsenceRow> => {
  const [row] = await tx
    .select(absenceColumns)
    .from(absences)
    .innerJoin(employees, isPersonOfAbsence)
    .where(and(eq(absences.orgId, ctx.orgId), eq(absences.id, id)))
  if (row === undefined) throw new NotFound('absence', id)
  return row
}
