// Changing a roster by hand: people, pins and the shifts themselves, in one request.
import * as z from 'zod'
import { idSchema, instant, listQuery, version } from './envelope.ts'
import { shiftNeeds } from './heads.ts'
import { patchOf } from './patch-of.ts'
import { breachSchema, gridShift, rosterSchema, scoreSchema } from './rostering.ts'

const fields = {
  siteId: idSchema,
  shiftTypeId: idSchema.nullable().default(null),
  name: z.string().trim().min(1).max(200),
  start: instant,
  end: instant,
  /** Unpaid. */
  breakMinutes: z.int().min(0).max(1440).default(0),
  ...shiftNeeds,
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
}

/** A new shift. Who names the id can put people on it in the same request. */
const newShift = z.strictObject({ id: idSchema.optional(), ...fields })
/** Fields that are absent stay as they are. */
const shiftFields = patchOf(z.strictObject(fields))

/** Why a rule that only warns is gone against; kept with the roster. */
const reason = z.string().trim().min(1).max(500).nullable().optional()
const pairs = z
  .array(z.strictObject({ employeeId: idSchema, shiftId: idSchema }))
  .max(20_000)
  .default([])

/** Judged and written as a whole or not at all, in one step of the roster's version. */
export const rosterEdit = z.strictObject({
  createShifts: z.array(newShift).max(20_000).default([]),
  updateShifts: z
    .array(shiftFields.extend({ id: idSchema }))
    .max(20_000)
    .default([]),
  /** With the people on them. */
  deleteShifts: z.array(idSchema).max(20_000).default([]),
  add: pairs,
  remove: pairs,
  pin: pairs,
  unpin: pairs,
  /** True: answer what would happen, write nothing. */
  dryRun: z.boolean().default(false),
  reason,
})

export const rosterEditResult = z.object({
  delta: scoreSchema,
  added: z.array(breachSchema),
  removed: z.array(breachSchema),
  /** A rule warns: without a reason the edit is refused. */
  needsReason: z.boolean(),
  rosterVersion: version,
  /** Shifts that are new or changed, as they now stand. */
  shifts: z.array(gridShift),
  /** Sent as an edit, it takes this one back. */
  undo: rosterEdit,
})

/** The roster after a proposal was taken over, and the edit that takes it back. */
export const acceptResult = rosterSchema.extend({ undo: rosterEdit })

export const shiftCreate = newShift.extend({ reason })
export const shiftUpdate = shiftFields.extend({ reason })
/** Query of a deletion. */
export const shiftDelete = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() })

/** A rule that was gone against, and why. */
export const overrideSchema = z.object({
  id: idSchema,
  ruleId: z.string(),
  employeeId: idSchema.nullable(),
  shiftId: idSchema.nullable(),
  reason: z.string(),
  breach: breachSchema,
  createdBy: idSchema,
  createdAt: instant,
})
export const overrideQuery = listQuery
