import type * as z from 'zod'
import type { Context } from '../../../context.ts'
import type { templateApply } from '../../../contract/roster-patterns.ts'
import { lockRecord } from '../../records/record-kind.ts'
import { templateKind } from './kinds.ts'
import { type LayingResult, layEdit } from './lay-edit.ts'
import { overPeriod } from './over-period.ts'

/** Lays a template from a day on, with the people it names or without. Throws what `layEdit` throws, and `NotFound`. */
export const applyTemplate = async (
  ctx: Context,
  rosterId: string,
  version: number,
  input: z.output<typeof templateApply>,
): Promise<LayingResult> => {
  const { templateId, toDay, repeat, withPeople, leaveOut } = input
  const details = { templateId, toDay, repeat }
  return layEdit(ctx, rosterId, version, { leaveOut, action: 'apply-template', details }, async (tx, rows) => {
    const { days, content } = await lockRecord(tx, templateKind, ctx, templateId)
    const pattern = withPeople ? content.shifts : content.shifts.map((shift) => ({ ...shift, employeeIds: [] }))
    return overPeriod(rows, pattern, { from: toDay, days, repeat }, input, () => ctx.ids.next())
  })
}
