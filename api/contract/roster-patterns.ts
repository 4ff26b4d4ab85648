// Rosters from what was there before: a week copied, a template laid over a period, a rotation followed.
import * as z from 'zod'
import { filteredQuery, idSchema, localDate, version } from './envelope.ts'
import { shiftNeeds } from './heads.ts'
import { patchOf } from './patch-of.ts'
import { rosterEditResult } from './roster-edits.ts'

const days = z.int().min(1).max(366)

/** A shift by its distance from the first day: clock times of the site, so that it keeps its hours over a clock change. */
export const patternShift = z.strictObject({
  offsetDays: z.int().min(0).max(365),
  startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** On the clock of the site. */
  minutes: z.int().min(1).max(2880),
  siteId: idSchema,
  shiftTypeId: idSchema.nullable().default(null),
  name: z.string().trim().min(1).max(200),
  breakMinutes: z.int().min(0).max(1440).default(0),
  ...shiftNeeds,
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  employeeIds: z.array(idSchema).max(1000).default([]),
})

/** What every laying out says besides what it lays. */
const laying = {
  withPeople: z.boolean().default(true),
  /** True: shifts that stand on those days are deleted first. */
  replace: z.boolean().default(false),
  /** True: people whom a rule stops are left out and listed; else one of them refuses the whole. */
  leaveOut: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  reason: z.string().trim().min(1).max(500).nullable().optional(),
}

export const copyRequest = z.strictObject({
  /** The same roster when absent. */
  fromRosterId: idSchema.optional(),
  fromDay: localDate,
  toDay: localDate,
  days: days.default(7),
  ...laying,
})

export const templateCreate = z.strictObject({
  name: z.string().trim().min(1).max(200),
  days,
  content: z.strictObject({ shifts: z.array(patternShift).max(20_000) }),
})
export const templateUpdate = patchOf(templateCreate)
export const templateSchema = z.object({ ...templateCreate.shape, id: idSchema, version })
export const templateFromRoster = z.strictObject({
  name: z.string().trim().min(1).max(200),
  fromDay: localDate,
  days,
  withPeople: z.boolean().default(false),
})
/** Laid from `toDay` on, again and again until the roster ends when `repeat` is set. */
export const templateApply = z.strictObject({
  templateId: idSchema,
  toDay: localDate,
  repeat: z.boolean().default(false),
  ...laying,
})

export const rotationCreate = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** One entry a day: the id of a shift type, or null for a free day. */
  cycle: z.array(idSchema.nullable()).min(1).max(366),
  /** How many days into the cycle each person is on `anchorDay`. */
  members: z
    .array(z.strictObject({ employeeId: idSchema, siteId: idSchema, offsetDays: z.int().min(0).max(365) }))
    .max(2000)
    .default([]),
  anchorDay: localDate,
})
export const rotationUpdate = patchOf(rotationCreate)
export const rotationSchema = z.object({ ...rotationCreate.shape, id: idSchema, version })
export const rotationApply = z.strictObject({
  rotationId: idSchema,
  fromDay: localDate,
  toDay: localDate,
  leaveOut: laying.leaveOut,
  dryRun: laying.dryRun,
  reason: laying.reason,
})
export const patternQuery = filteredQuery

/** What was laid, and who was left out and why. */
export const layingResult = rosterEditResult.extend({
  assigned: z.int(),
  conflicts: z.array(
    z.object({
      employeeId: idSchema,
      shiftId: idSchema,
      /** The rules that stop them; empty where the person is not of this roster. */
      rules: z.array(z.string()),
    }),
  ),
})
