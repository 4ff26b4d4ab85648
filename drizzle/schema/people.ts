// Who can be rostered, what they can do, under which contract and where.
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { RuleSetting } from '../../solver/model/problem.ts'
import { createdAt, deletedAt, id, instant, orgId, refersTo, updatedAt, version } from './columns.ts'
import { sites } from './places.ts'
import { channels, departments, jobRoles, teams } from './structure.ts'

const self = (t: { orgId: AnyPgColumn; id: AnyPgColumn }) => t

export const skills = pgTable(
  'skills',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    category: text('category'),
    /** True where the skill only counts while an active certification covers the day. */
    needsCertification: boolean('needs_certification').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'skills_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('skills_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('skills_name_idx').on(t.orgId, t.name, t.id),
  ],
)

/** A named set of rule values; employees hold it for a time. */
export const contracts = pgTable(
  'contracts',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    rules: jsonb('rules').$type<RuleSetting[]>().notNull().default([]),
    /** The preset the values were taken from, for the record. */
    presetId: text('preset_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'contracts_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('contracts_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
    index('contracts_name_idx').on(t.orgId, t.name, t.id),
    check('contracts_rules_check', sql`jsonb_typeof(${t.rules}) = 'array'`),
  ],
)

export const employees = pgTable(
  'employees',
  {
    orgId: orgId(),
    id: id(),
    /** Personnel number, by which imports know a person. */
    number: text('number').notNull(),
    name: text('name').notNull(),
    /** Work e-mail. */
    email: text('email'),
    /** The login, if there is one. A person may be rostered without. */
    userId: uuid('user_id'),
    privateEmail: text('private_email'),
    workPhone: text('work_phone'),
    privatePhone: text('private_phone'),
    designation: text('designation'),
    /** None of the three is the person, and a trigger refuses circles. */
    supervisorId: uuid('supervisor_id'),
    mentorId: uuid('mentor_id'),
    managerId: uuid('manager_id'),
    departmentId: uuid('department_id'),
    teamId: uuid('team_id'),
    jobRoleId: uuid('job_role_id'),
    country: char('country', { length: 2 }),
    /** The site where the person's desk is; says nothing of where they may work. */
    officeSiteId: uuid('office_site_id'),
    /** IANA zone in which messages to the person are timed; the organisation's when null. */
    zone: text('zone'),
    /** Ids in other systems, by the system's name: {"payroll": "4711"}. */
    externalIds: jsonb('external_ids').$type<Record<string, string>>().notNull().default({}),
    state: text('state', { enum: ['active', 'archived'] })
      .notNull()
      .default('active'),
    /** Salted hash of the PIN for the kiosk's clock. */
    pinHash: text('pin_hash'),
    /** Erased on request: names and contacts are gone, the work done stays. */
    erasedAt: instant('erased_at'),
    hiredOn: date('hired_on', { mode: 'string' }),
    /** Last day of employment. */
    terminatedOn: date('terminated_on', { mode: 'string' }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'employees_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('employees_number_key').on(t.orgId, t.number).where(sql`deleted_at is null`),
    uniqueIndex('employees_email_key').on(t.orgId, sql`lower(${t.email})`).where(sql`deleted_at is null`),
    uniqueIndex('employees_user_key').on(t.orgId, t.userId).where(sql`deleted_at is null`),
    index('employees_name_idx').on(t.orgId, t.name, t.id),
    index('employees_department_idx').on(t.orgId, t.departmentId),
    index('employees_team_idx').on(t.orgId, t.teamId),
    index('employees_job_role_idx').on(t.orgId, t.jobRoleId),
    index('employees_supervisor_idx').on(t.orgId, t.supervisorId),
    index('employees_mentor_idx').on(t.orgId, t.mentorId),
    index('employees_manager_idx').on(t.orgId, t.managerId),
    index('employees_office_idx').on(t.orgId, t.officeSiteId),
    refersTo('employees_department_fkey', [t.orgId, t.departmentId], departments),
    refersTo('employees_team_fkey', [t.orgId, t.teamId], teams),
    refersTo('employees_job_role_fkey', [t.orgId, t.jobRoleId], jobRoles),
    refersTo('employees_office_fkey', [t.orgId, t.officeSiteId], sites),
    refersTo('employees_supervisor_fkey', [t.orgId, t.supervisorId], self(t)),
    refersTo('employees_mentor_fkey', [t.orgId, t.mentorId], self(t)),
    refersTo('employees_manager_fkey', [t.orgId, t.managerId], self(t)),
    check('employees_dates_check', sql`${t.terminatedOn} >= ${t.hiredOn}`),
    check('employees_state_check', sql`${t.state} in ('active', 'archived')`),
    check('employees_country_check', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('employees_external_ids_check', sql`jsonb_typeof(${t.externalIds}) = 'object'`),
    check(
      'employees_self_check',
      sql`${t.supervisorId} is distinct from ${t.id} and ${t.mentorId} is distinct from ${t.id} and ${t.managerId} is distinct from ${t.id}`,
    ),
  ],
)

/** Dated: a certification renewed is a second row. One skill never overlaps itself (exclusion constraint). */
export const employeeSkills = pgTable(
  'employee_skills',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    level: smallint('level').notNull().default(1),
    validFrom: date('valid_from', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ name: 'employee_skills_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'employee_skills_employee_fkey',
      columns: [t.orgId, t.employeeId],
      foreignColumns: [employees.orgId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'employee_skills_skill_fkey',
      columns: [t.orgId, t.skillId],
      foreignColumns: [skills.orgId, skills.id],
    }).onDelete('cascade'),
    index('employee_skills_employee_idx').on(t.orgId, t.employeeId),
    index('employee_skills_skill_idx').on(t.orgId, t.skillId),
    check('employee_skills_level_check', sql`${t.level} between 0 and 5`),
    check('employee_skills_dates_check', sql`${t.validUntil} >= ${t.validFrom}`),
  ],
)

/** At most one contract in force on a day (exclusion constraint). */
export const employeeContracts = pgTable(
  'employee_contracts',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
    sharePercent: smallint('share_percent').notNull().default(100),
    /** Pay per hour in minor units of money. */
    rateMinor: integer('rate_minor'),
  },
  (t) => [
    primaryKey({ name: 'employee_contracts_pkey', columns: [t.orgId, t.id] }),
    foreignKey({
      name: 'employee_contracts_employee_fkey',
      columns: [t.orgId, t.employeeId],
      foreignColumns: [employees.orgId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'employee_contracts_contract_fkey',
      columns: [t.orgId, t.contractId],
      foreignColumns: [contracts.orgId, contracts.id],
    }).onDelete('cascade'),
    index('employee_contracts_contract_idx').on(t.orgId, t.contractId),
    check('employee_contracts_share_check', sql`${t.sharePercent} between 1 and 200`),
    check('employee_contracts_rate_check', sql`${t.rateMinor} >= 0`),
    check('employee_contracts_dates_check', sql`${t.validUntil} >= ${t.validFrom}`),
  ],
)

/** The only sites a person may work at; a person without a row may work everywhere. */
export const employeeSites = pgTable(
  'employee_sites',
  { orgId: orgId(), employeeId: uuid('employee_id').notNull(), siteId: uuid('site_id').notNull() },
  (t) => [
    primaryKey({ name: 'employee_sites_pkey', columns: [t.orgId, t.employeeId, t.siteId] }),
    foreignKey({
      name: 'employee_sites_employee_fkey',
      columns: [t.orgId, t.employeeId],
      foreignColumns: [employees.orgId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'employee_sites_site_fkey',
      columns: [t.orgId, t.siteId],
      foreignColumns: [sites.orgId, sites.id],
    }).onDelete('cascade'),
    index('employee_sites_site_idx').on(t.orgId, t.siteId),
  ],
)

/** By which channels a person may serve. */
export const employeeChannels = pgTable(
  'employee_channels',
  { orgId: orgId(), employeeId: uuid('employee_id').notNull(), channelId: uuid('channel_id').notNull() },
  (t) => [
    primaryKey({ name: 'employee_channels_pkey', columns: [t.orgId, t.employeeId, t.channelId] }),
    refersTo('employee_channels_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('employee_channels_channel_fkey', [t.orgId, t.channelId], channels).onDelete('cascade'),
    index('employee_channels_channel_idx').on(t.orgId, t.channelId),
  ],
)

/** A paper that proves a skill. Renewing is a second row that names the first. */
export const certifications = pgTable(
  'certifications',
  {
    orgId: orgId(),
    id: id(),
    employeeId: uuid('employee_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    number: text('number'),
    issuer: text('issuer'),
    issuedOn: date('issued_on', { mode: 'string' }),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    /** Last day on which it holds; null for one that never ends. */
    expiresOn: date('expires_on', { mode: 'string' }),
    /** `expired` is not stored: it is `active` or `renewal-pending` past its last day. */
    state: text('state', { enum: ['pending', 'active', 'revoked', 'renewal-pending'] }).notNull(),
    renewsId: uuid('renews_id'),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: 'certifications_pkey', columns: [t.orgId, t.id] }),
    refersTo('certifications_employee_fkey', [t.orgId, t.employeeId], employees).onDelete('cascade'),
    refersTo('certifications_skill_fkey', [t.orgId, t.skillId], skills).onDelete('cascade'),
    refersTo('certifications_renews_fkey', [t.orgId, t.renewsId], self(t)),
    uniqueIndex('certifications_number_key').on(t.orgId, t.skillId, t.issuer, t.number),
    index('certifications_employee_idx').on(t.orgId, t.employeeId),
    index('certifications_from_idx').on(t.orgId, t.validFrom, t.id),
    index('certifications_skill_idx').on(t.orgId, t.skillId),
    index('certifications_renews_idx').on(t.orgId, t.renewsId),
    index('certifications_expires_idx').on(t.orgId, t.expiresOn, t.id),
    check('certifications_state_check', sql`${t.state} in ('pending', 'active', 'revoked', 'renewal-pending')`),
    check('certifications_dates_check', sql`${t.expiresOn} >= ${t.validFrom}`),
  ],
)
