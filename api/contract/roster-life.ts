// A roster over time: its versions, its publication, and who has seen it.
import * as z from 'zod'
import { idSchema, instant, listQuery, version } from './envelope.ts'
import { shownNeeds } from './heads.ts'
import { breachSchema, keyFiguresSchema, scoreSchema } from './rostering.ts'

/** A shift in full, as it stood. */
const snapshotShift = z.object({
  id: idSchema,
  siteId: idSchema,
  shiftTypeId: idSchema.nullable(),
  name: z.string(),
  day: z.string(),
  start: instant,
  end: instant,
  breakMinutes: z.int(),
  paidMinutes: z.int(),
  ...shownNeeds,
  tags: z.array(z.string()),
})
export const rosterSnapshot = z.object({
  shifts: z.array(snapshotShift),
  assignments: z.array(z.object({ shiftId: idSchema, employeeId: idSchema, pinned: z.boolean() })),
})

export const versionCauses = ['published', 'unpublished', 'accepted-run', 'restored', 'kept'] as const
export const rosterVersionSchema = z.object({
  id: idSchema,
  rosterId: idSchema,
  /** 1, 2, 3 … within the roster. */
  number: z.int(),
  cause: z.enum(versionCauses),
  note: z.string().nullable(),
  createdBy: idSchema.nullable(),
  createdAt: instant,
})
export const rosterVersionDetail = rosterVersionSchema.extend({ snapshot: rosterSnapshot })
export const versionQuery = listQuery
export const versionKeep = z.strictObject({ note: z.string().trim().min(1).max(500).nullable().default(null) })

/** Without `with`: against the roster as it stands. */
export const comparisonQuery = z.strictObject({ with: idSchema.optional() })
const beforeAfter = z.object({ before: z.int(), after: z.int() })
export const versionComparison = z.object({
  /** Shifts only the other one has, only this one has, and those that differ. */
  shifts: z.object({ added: z.array(idSchema), removed: z.array(idSchema), changed: z.array(idSchema) }),
  score: z.object({ before: scoreSchema, after: scoreSchema }),
  keyFigures: z.object({ before: keyFiguresSchema, after: keyFiguresSchema }),
  rules: z.array(
    z.object({
      rule: z.string(),
      level: z.enum(['hard', 'medium', 'soft']),
      breaches: beforeAfter,
      penalty: beforeAfter,
    }),
  ),
  added: z.array(breachSchema),
  removed: z.array(breachSchema),
  people: z.array(
    z.object({
      employeeId: idSchema,
      /** Null for people who have left. */
      name: z.string().nullable(),
      added: z.array(idSchema),
      removed: z.array(idSchema),
      paidMinutes: beforeAfter,
    }),
  ),
})
export const versionRestore = z.strictObject({ reason: z.string().trim().min(1).max(500).nullable().optional() })

export const unpublishRequest = z.strictObject({ reason: z.string().trim().min(1).max(500) })

export const acknowledge = z.strictObject({ employeeId: idSchema.optional() })
export const acknowledgementSchema = z.object({
  employeeId: idSchema,
  name: z.string(),
  /** Null while they have not seen the roster as it was last published. */
  acknowledgedAt: instant.nullable(),
})
export const acknowledgementQuery = listQuery.extend({
  pending: z.enum(['true', 'false']).optional().describe('"true" for those who have not confirmed yet'),
})
export const acknowledged = z.object({ rosterId: idSchema, employeeId: idSchema, versionNumber: version })
