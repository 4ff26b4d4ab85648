// Who can be rostered, what they can do and under which contract. Bodies are strict: an unknown field is an error.
import * as z from 'zod'
import { country } from './countries.ts'
import { filteredQuery, idSchema, localDate, version } from './envelope.ts'
import { patchOf } from './patch-of.ts'
import { ruleSettingSchema } from './workforce.ts'

const name = z.string().trim().min(1).max(200)
const code = z.string().trim().min(1).max(64)
const reference = idSchema.nullable().optional()

export const skillCreate = z.strictObject({
  code,
  name,
  category: z.string().trim().min(1).max(100).nullable().optional(),
  /** True: the skill only counts on days that an active certification of the person covers. */
  needsCertification: z.boolean().default(false),
})
export const skillUpdate = patchOf(skillCreate)
export const skillSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  needsCertification: z.boolean(),
  version,
})

export const contractCreate = z.strictObject({
  code,
  name,
  /** Starts from the values of a preset (`GET /presets`). */
  presetId: z.string().max(64).nullable().optional(),
  /** With a preset: what differs from it. A rule named here replaces all the preset says of that rule. */
  rules: z.array(ruleSettingSchema).max(200).default([]),
})
export const contractUpdate = patchOf(contractCreate.omit({ presetId: true }))
export const contractSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  rules: z.array(ruleSettingSchema),
  /** The preset that the values were taken from, for the record. */
  presetId: z.string().nullable(),
  version,
})
export const presetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The day on which the values were written down. */
  writtenOn: localDate,
  notice: z.string(),
  /** `checked`: compared with the wording of the law, with somebody's account of it, or not yet. */
  settings: z.array(
    z.object({ setting: ruleSettingSchema, source: z.string(), checked: z.enum(['text', 'account', 'no']) }),
  ),
  /** What the law asks for and these settings do not say. */
  leavesOut: z.array(z.string()),
})

const heldSkill = z.strictObject({
  skillId: idSchema,
  /** 0: known of, but counts for nothing yet; 1 (basic) to 5 (expert). */
  level: z.int().min(0).max(5).default(1),
  validFrom: localDate.nullable().optional(),
  validUntil: localDate.nullable().optional(),
})
const heldContract = z.strictObject({
  contractId: idSchema,
  validFrom: localDate,
  validUntil: localDate.nullable().optional(),
  sharePercent: z.int().min(1).max(200).default(100),
  /** Pay per hour in minor units. Read with `costs:read`, else null; written with `costs:write`, else kept as stored. */
  rateMinor: z.int().min(0).max(1_000_000_000).nullable().optional(),
})
const email = z.email().max(254).nullable().optional()
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ()/.-]{2,38}$/)
  .nullable()
  .optional()

export const employeeCreate = z.strictObject({
  number: z.string().trim().min(1).max(40),
  name,
  /** Work e-mail. */
  email,
  workPhone: phone,
  /** Read and written with `people:private` only. */
  privateEmail: email,
  privatePhone: phone,
  designation: z.string().trim().min(1).max(200).nullable().optional(),
  supervisorId: reference,
  mentorId: reference,
  managerId: reference,
  departmentId: reference,
  teamId: reference,
  jobRoleId: reference,
  country: country.nullable().optional(),
  /** Where the person's desk is; `siteIds` says where they may work. */
  officeSiteId: reference,
  /** IANA zone in which messages to the person are timed. */
  zone: z.string().min(1).max(64).nullable().optional(),
  /** Ids in other systems by the system's name. */
  externalIds: z
    .record(z.string().min(1).max(40), z.string().min(1).max(200))
    .refine((ids) => Object.keys(ids).length <= 20, 'At most 20 systems')
    .default({}),
  hiredOn: localDate.nullable().optional(),
  terminatedOn: localDate.nullable().optional(),
  skills: z.array(heldSkill).max(100).default([]),
  contracts: z.array(heldContract).max(50).default([]),
  siteIds: z.array(idSchema).max(200).default([]),
  channelIds: z.array(idSchema).max(50).default([]),
})
export const employeeUpdate = patchOf(employeeCreate)
export const employeeQuery = filteredQuery.extend({
  /** Every word stands in the name, the number or the e-mail; words of one or two letters begin a word there. */
  search: z.string().trim().max(200).optional(),
  /** Both when absent. */
  state: z.enum(['active', 'archived']).optional(),
})
/** What is held as people know it, also for who may not read the library. */
const called = { code: z.string(), name: z.string() }
/** Links the record to the login of a member, or parts them. */
export const employeeLogin = z.strictObject({ userId: idSchema.nullable() })
export const employeeSchema = z.object({
  id: idSchema,
  number: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  workPhone: z.string().nullable(),
  /** Null also where the reader may not see private contacts. */
  privateEmail: z.string().nullable(),
  privatePhone: z.string().nullable(),
  userId: idSchema.nullable(),
  designation: z.string().nullable(),
  supervisorId: idSchema.nullable(),
  mentorId: idSchema.nullable(),
  managerId: idSchema.nullable(),
  departmentId: idSchema.nullable(),
  teamId: idSchema.nullable(),
  jobRoleId: idSchema.nullable(),
  country: z.string().nullable(),
  officeSiteId: idSchema.nullable(),
  zone: z.string().nullable(),
  externalIds: z.record(z.string(), z.string()),
  state: z.enum(['active', 'archived']),
  hiredOn: localDate.nullable(),
  terminatedOn: localDate.nullable(),
  skills: z.array(heldSkill.extend(called)),
  contracts: z.array(heldContract.extend(called)),
  siteIds: z.array(idSchema),
  channelIds: z.array(idSchema),
  version,
})
