// How an organisation is built: departments, teams, what people are employed as, and the channels they serve.
import * as z from 'zod'
import { filteredQuery, idSchema, version } from './envelope.ts'
import { patchOf } from './patch-of.ts'

const named = {
  code: z.string().trim().min(1).max(64),
  name: z.string().trim().min(1).max(200),
}
const namedRecord = { id: idSchema, code: z.string(), name: z.string(), version }

/** A department may stand below another one, never below itself. */
export const departmentCreate = z.strictObject({ ...named, parentId: idSchema.nullable().optional() })
export const departmentUpdate = patchOf(departmentCreate)
export const departmentSchema = z.object({ ...namedRecord, parentId: idSchema.nullable() })
/** Departments directly below one. */
export const departmentQuery = filteredQuery.extend({ parentId: idSchema.optional() })

export const teamCreate = z.strictObject({ ...named, departmentId: idSchema.nullable().optional() })
export const teamUpdate = patchOf(teamCreate)
export const teamSchema = z.object({ ...namedRecord, departmentId: idSchema.nullable() })
/** Teams of one department. */
export const teamQuery = filteredQuery.extend({ departmentId: idSchema.optional() })

/** Job roles and channels have a code and a name. */
export const namedCreate = z.strictObject(named)
export const namedUpdate = patchOf(namedCreate)
export const namedSchema = z.object(namedRecord)

export const countrySchema = z.object({
  /** ISO 3166-1 alpha-2. */
  code: z.string(),
  /** In the language asked for. */
  name: z.string(),
})
/** A language as BCP 47 writes it. */
export const countryQuery = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
    .default('en'),
})
