// Papers that prove a skill. A renewal is a second record that names the first.
import * as z from 'zod'
import { idSchema, listQuery, localDate, narrowedQuery, version } from './envelope.ts'
import { patchOf } from './patch-of.ts'

const text = (max: number) => z.string().trim().min(1).max(max).nullable().optional()
const paper = {
  number: text(100),
  issuer: text(200),
  issuedOn: localDate.nullable().optional(),
  validFrom: localDate,
  /** Last day on which it holds; null for one that never ends. */
  expiresOn: localDate.nullable().optional(),
  note: text(1000),
  /** Asked for but not there yet, or in force. */
  state: z.enum(['pending', 'active']).default('active'),
}

export const certificationCreate = z.strictObject({ employeeId: idSchema, skillId: idSchema, ...paper })
export const certificationUpdate = patchOf(z.strictObject(paper))
/** What differs in the new paper: the issuer is kept unless another one is named. */
export const certificationRenew = z.strictObject(paper)
export const certificationRevoke = z.strictObject({ note: z.string().trim().min(1).max(1000) })
export const certificationState = z.enum(['pending', 'active', 'expired', 'revoked', 'renewal-pending'])
export const certificationSchema = z.object({
  id: idSchema,
  employeeId: idSchema,
  skillId: idSchema,
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: localDate.nullable(),
  validFrom: localDate,
  expiresOn: localDate.nullable(),
  /** As of today in the organisation's zone: `expired` follows from the last day. */
  state: certificationState,
  /** The certification that this one renews. */
  renewsId: idSchema.nullable(),
  note: z.string().nullable(),
  version,
})
/** Of one person, or of one skill. */
export const certificationQuery = narrowedQuery.extend({
  employeeId: idSchema.optional(),
  skillId: idSchema.optional(),
})
/** What ends within so many days from today and is not renewed yet. */
export const expiringQuery = listQuery.extend({ days: z.coerce.number().int().min(0).max(3660).default(90) })
export const expiringSchema = certificationSchema.extend({
  employeeName: z.string(),
  skillName: z.string(),
  /** 0 on the last day. */
  daysLeft: z.int(),
})
