// Who may sign in and to which organisation they belong. Written by the role muster_auth through better-auth, whose field
// names the properties keep; muster_app reads its own organisation and members only.
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique('users_email_key'),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    token: text('token').notNull().unique('sessions_token_key'),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    activeOrganizationId: uuid('active_org_id').references(() => organisations.id, { onDelete: 'set null' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user_idx').on(t.userId), index('sessions_expires_idx').on(t.expiresAt)],
)

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('accounts_user_idx').on(t.userId),
    unique('accounts_provider_account_key').on(t.providerId, t.accountId),
  ],
)

export const verifications = pgTable(
  'verifications',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier_idx').on(t.identifier)],
)

export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique('organisations_slug_key'),
    logo: text('logo'),
    metadata: text('metadata'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [check('organisations_name_check', sql`length(btrim(${t.name})) between 1 and 200`)],
)

const roleCheck = sql`role in ('owner', 'admin', 'manager', 'employee', 'viewer')`

export const members = pgTable(
  'members',
  {
    id: uuid('id').primaryKey(),
    organizationId: uuid('org_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('members_org_idx').on(t.organizationId, t.createdAt, t.id),
    unique('members_org_user_key').on(t.organizationId, t.userId),
    index('members_user_idx').on(t.userId),
    check('members_role_check', roleCheck),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey(),
    organizationId: uuid('org_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    role: text('role').notNull(),
    status: text('status').notNull().default('pending'),
    inviterId: uuid('inviter_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Of the secret in the e-mail's link: whoever shows it has read the mail. */
    tokenHash: text('token_hash').notNull().default(''),
    /** What the member's role will reach; all where both are empty. */
    siteIds: uuid('site_ids').array().notNull().default([]),
    departmentIds: uuid('department_ids').array().notNull().default([]),
    /** The employee record that accepting links to the login. */
    employeeId: uuid('employee_id'),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('invitations_org_idx').on(t.organizationId, t.createdAt, t.id),
    index('invitations_token_idx').on(t.tokenHash),
    uniqueIndex('invitations_pending_key').on(t.organizationId, t.email).where(sql`status = 'pending'`),
    check('invitations_role_check', roleCheck),
    check('invitations_status_check', sql`${t.status} in ('pending', 'accepted', 'rejected', 'canceled')`),
  ],
)

/** better-auth's model names onto our tables: `drizzleAdapter(db, { provider: 'pg', schema: authTables })`. */
export const authTables = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  organization: organisations,
  member: members,
  invitation: invitations,
}
