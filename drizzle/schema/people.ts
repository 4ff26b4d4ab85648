// Who can be rostered, what they can do, under which contract and where.
import { sql } from 'drizzle-orm'
import {
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
import { createdAt, deletedAt, id, orgId, updatedAt, version } from './columns.ts'
import { sites } from './places.ts'

export const skills = pgTable(
  'skills',
  {
    orgId: orgId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'skills_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('skills_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
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
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ name: 'contracts_pkey', columns: [t.orgId, t.id] }),
    uniqueIndex('contracts_code_key').on(t.orgId, t.code).where(sql`deleted_at is null`),
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
    email: text('email'),
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
    index('employees_name_idx').on(t.orgId, t.name, t.id),
    check('employees_dates_check', sql`${t.terminatedOn} >= ${t.hiredOn}`),
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
    check('employee_skills_level_check', sql`${t.level} between 1 and 5`),
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
