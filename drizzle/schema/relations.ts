// What drizzle's relational queries may nest, in one statement.
import { relations } from 'drizzle-orm'
import {
  certifications,
  contracts,
  employeeChannels,
  employeeContracts,
  employeeSites,
  employeeSkills,
  employees,
  skills,
} from './people.ts'

export const employeesRelations = relations(employees, ({ many }) => ({
  skills: many(employeeSkills),
  contracts: many(employeeContracts),
  sites: many(employeeSites),
  channels: many(employeeChannels),
  certifications: many(certifications),
}))

export const employeeSkillsRelations = relations(employeeSkills, ({ one }) => ({
  employee: one(employees, {
    fields: [employeeSkills.orgId, employeeSkills.employeeId],
    references: [employees.orgId, employees.id],
  }),
  skill: one(skills, {
    fields: [employeeSkills.orgId, employeeSkills.skillId],
    references: [skills.orgId, skills.id],
  }),
}))

export const employeeContractsRelations = relations(employeeContracts, ({ one }) => ({
  employee: one(employees, {
    fields: [employeeContracts.orgId, employeeContracts.employeeId],
    references: [employees.orgId, employees.id],
  }),
  contract: one(contracts, {
    fields: [employeeContracts.orgId, employeeContracts.contractId],
    references: [contracts.orgId, contracts.id],
  }),
}))

export const employeeSitesRelations = relations(employeeSites, ({ one }) => ({
  employee: one(employees, {
    fields: [employeeSites.orgId, employeeSites.employeeId],
    references: [employees.orgId, employees.id],
  }),
}))

export const employeeChannelsRelations = relations(employeeChannels, ({ one }) => ({
  employee: one(employees, {
    fields: [employeeChannels.orgId, employeeChannels.employeeId],
    references: [employees.orgId, employees.id],
  }),
}))

export const certificationsRelations = relations(certifications, ({ one }) => ({
  employee: one(employees, {
    fields: [certifications.orgId, certifications.employeeId],
    references: [employees.orgId, employees.id],
  }),
}))
