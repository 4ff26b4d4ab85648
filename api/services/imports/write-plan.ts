import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../drizzle/client.ts'
import {
  availability,
  contracts,
  demand,
  employeeContracts,
  employeeSites,
  employeeSkills,
  employees,
  shiftTypes,
  sites,
  skills,
  timeOffRequests,
} from '../../../drizzle/schema/index.ts'
import { bulkInsert, bulkUpdate } from '../shared/bulk.ts'
import type { ImportPlan, PersonPlan } from './internal.ts'

/** Writes a plan in an open transaction, kinds in the order in which they refer to each other. */
export const writePlan = async (tx: Tx, orgId: string, plan: ImportPlan): Promise<void> => {
  await bulkInsert(tx, skills, plan.skills.creates)
  await bulkUpdate(tx, skills, plan.skills.updates)
  await bulkInsert(tx, contracts, plan.contracts.creates)
  await bulkUpdate(tx, contracts, plan.contracts.updates)
  await bulkInsert(tx, sites, plan.sites.creates)
  await bulkUpdate(tx, sites, plan.sites.updates)
  await bulkInsert(tx, shiftTypes, plan['shift-types'].creates)
  await bulkUpdate(tx, shiftTypes, plan['shift-types'].updates)
  await writePeople(tx, orgId, plan)
  await bulkInsert(tx, timeOffRequests, plan['time-off'].creates)
  await bulkUpdate(tx, timeOffRequests, plan['time-off'].updates)
  await bulkInsert(tx, availability, plan.wishes.creates)
  await bulkUpdate(tx, availability, plan.wishes.updates)
  await bulkInsert(tx, demand, plan.demand.creates)
  await bulkUpdate(tx, demand, plan.demand.updates)
}

const writePeople = async (tx: Tx, orgId: string, { people }: ImportPlan): Promise<void> => {
  const recordOf = ({ skills: _s, contracts: _c, sites: _t, ...record }: PersonPlan) => record
  // An e-mail may go from one person to another in the same file: let go of all before any is taken.
  if (people.updates.length > 0) {
    const ids = people.updates.map(({ id }) => id)
    await tx
      .update(employees)
      .set({ email: null })
      .where(and(eq(employees.orgId, orgId), inArray(employees.id, ids)))
  }
  await bulkUpdate(tx, employees, people.updates.map(recordOf))
  await bulkInsert(tx, employees, people.creates.map(recordOf))
  for (const [table, name] of [
    [employeeSkills, 'skills'],
    [employeeContracts, 'contracts'],
    [employeeSites, 'sites'],
  ] as const) {
    const replaced = people.updates.filter((person) => person[name] !== null).map(({ id }) => id)
    if (replaced.length > 0)
      await tx.delete(table).where(and(eq(table.orgId, orgId), inArray(table.employeeId, replaced)))
  }
  const all = [...people.creates, ...people.updates]
  await bulkInsert(
    tx,
    employeeSkills,
    all.flatMap((person) => person.skills ?? []),
  )
  await bulkInsert(
    tx,
    employeeContracts,
    all.flatMap((person) => person.contracts ?? []),
  )
  await bulkInsert(
    tx,
    employeeSites,
    all.flatMap((person) => person.sites ?? []),
  )
}
