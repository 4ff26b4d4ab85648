// People to test with: they hold one skill, one contract and one site.
import { beforeAll } from 'vitest'
import type { TestDatabase } from '../../../../drizzle/tests/test-database.ts'
import { contractCreate, employeeCreate, skillCreate } from '../../../contract/people.ts'
import { siteCreate } from '../../../contract/workforce.ts'
import { createContract } from '../../contracts/create-contract.ts'
import { createSite } from '../../sites/create-site.ts'
import { createSkill } from '../../skills/create-skill.ts'
import { membersOfFile } from '../../tests/test-context.ts'
import { createEmployee } from '../create-employee.ts'

/** The calling file's members, what its nurses hold, and `nurse` to hire one more; empty until its tests run. */
export const nursesOfFile = (database: TestDatabase) => {
  const members = membersOfFile(database)
  const held = { skillId: '', contractId: '', siteId: '' }
  beforeAll(async () => {
    const { owner } = members
    const skill = await createSkill(owner, skillCreate.parse({ code: 'icu', name: 'Intensive care' }))
    const contract = await createContract(owner, contractCreate.parse({ code: 'full', name: 'Full time' }))
    const site = await createSite(owner, siteCreate.parse({ code: 'main', name: 'Main', zone: 'Europe/Berlin' }))
    Object.assign(held, { skillId: skill.id, contractId: contract.id, siteId: site.id })
  }, 60_000)
  let serial = 0
  const nurse = (more: object = {}) =>
    createEmployee(
      members.owner,
      employeeCreate.parse({
        number: `E${++serial}`,
        name: 'Ada Lovelace',
        email: `ada${serial}@muster.example`,
        skills: [{ skillId: held.skillId, level: 2, validUntil: '2027-06-30' }],
        contracts: [{ contractId: held.contractId, validFrom: '2027-01-01', rateMinor: 2350 }],
        siteIds: [held.siteId],
        ...more,
      }),
    )
  return { members, held, nurse }
}
