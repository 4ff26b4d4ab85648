// The signed-in user and the organisations open to them.
import * as z from 'zod'
import { idSchema } from './envelope.ts'
import { allPermissions, roles } from './permissions.ts'

export const meSchema = z.object({
  user: z.object({ id: idSchema, email: z.string(), name: z.string() }),
  organisations: z.array(z.object({ id: idSchema, name: z.string(), role: z.enum(roles) })),
  /** Null until an organisation is created or joined. */
  activeOrganisationId: idSchema.nullable(),
  /** The person's own record in the active organisation; null for a login that is not rostered. */
  employeeId: idSchema.nullable(),
  /** Permissions of the role in the active organisation; empty without one. */
  permissions: z.array(z.enum(allPermissions)),
})
export const activateRequest = z.strictObject({ organisationId: idSchema })
