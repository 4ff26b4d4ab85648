import type * as z from 'zod'
import type { Context } from '../../context.ts'
import type { assignmentChange, assignmentChangeResult } from '../../contract/rostering.ts'
import { editRoster } from './edits/edit-roster.ts'
import { noChanges } from './edits/plan-edit.ts'

/** A change of people and pins by hand: an edit that leaves the shifts as they are. Throws what `editRoster` throws. */
export const changeAssignments = async (
  ctx: Context,
  rosterId: string,
  version: number,
  change: z.output<typeof assignmentChange>,
): Promise<z.output<typeof assignmentChangeResult>> => {
  const edit = { ...noChanges, ...change }
  const {
    shifts: _shifts,
    undo: _undo,
    ...result
  } = await editRoster(ctx, rosterId, version, edit, 'change-assignments')
  return result
}
