import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { auditLog } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import type { Context } from '../../context.ts'
import { shiftTypeCreate } from '../../contract/workforce.ts'
import { Forbidden, type Invalid, VersionConflict } from '../../errors.ts'
import { createShiftType } from '../shift-types/create-shift-type.ts'
import { failureOf, inRole, membersOfFile } from '../tests/test-context.ts'
import { getOrganisation } from './get-organisation.ts'
import { updateOrganisation } from './update-organisation.ts'

const database = testDatabase()
const members = membersOfFile(database)

test('name, week and rules are changed together, and the version rises', async () => {
  const before = await getOrganisation(members.owner)
  expect(before).toMatchObject({ name: 'Vet', zone: 'Europe/Berlin', weekStart: 1, rules: [], version: 1 })
  const rules = [{ rule: 'min-rest', level: 'hard' as const, params: { minutes: 660 } }]
  const change = { name: 'Animal hospital', weekStart: 7, rules, allowDoubleBooking: true }
  const after = await updateOrganisation(members.owner, { version: 1, change })
  expect(after).toEqual({ ...before, ...change, version: 2 })
  expect(await getOrganisation(members.viewer)).toEqual(after)
  expect(await failureOf(updateOrganisation(members.owner, { version: 1, change }))).toBeInstanceOf(VersionConflict)
})

test('an unknown time zone is refused with a way out', async () => {
  const { version } = await getOrganisation(members.owner)
  const change = { zone: 'Europe/Atlantis' }
  expect(await failureOf(updateOrganisation(members.owner, { version, change }))).toMatchObject({
    code: 'validation_failed',
    message: '"Europe/Atlantis" is no time zone. Use an IANA name such as "Europe/Berlin".',
  })
})

test('rules that the engine does not know or cannot read are refused, each with its place', async () => {
  const { version } = await getOrganisation(members.owner)
  const type = (ctx: Context) =>
    createShiftType(ctx, shiftTypeCreate.parse({ code: 'n', name: 'Night', startTime: '22:00', durationMinutes: 480 }))
  const [own, foreign] = [await type(members.owner), await type(members.stranger)]
  const succession = (before: string) => ({ rule: 'succession', params: { forbidden: [[before, own.id]] } })
  const rules = [{ rule: 'min-rest', params: { minutes: 'long' } }, { rule: 'no-such-rule' }, succession(foreign.id)]
  const error = await failureOf(updateOrganisation(members.owner, { version, change: { rules } }))
  expect(error).toMatchObject({ code: 'validation_failed' })
  const { fields } = (error as Invalid).details as { fields: { field: string }[] }
  expect(new Set(fields.map(({ field }) => field.slice(0, 8)))).toEqual(new Set(['rules[0]', 'rules[1]', 'rules[2]']))
  const right = { rules: [succession(own.id)] }
  expect(await updateOrganisation(members.owner, { version, change: right })).toMatchObject(right)
})

test('who may only read changes nothing, and a manager changes no rules', async () => {
  const { version } = await getOrganisation(members.owner)
  for (const role of ['viewer', 'employee', 'manager'] as const) {
    for (const change of [{ name: 'X' }, { rules: [] }, {}]) {
      const attempt = updateOrganisation({ ...members.owner, ...inRole(role) }, { version, change })
      expect(await failureOf(attempt)).toBeInstanceOf(Forbidden)
    }
  }
})

test("another organisation's settings stay as they are", async () => {
  const before = await getOrganisation(members.stranger)
  const { version } = await getOrganisation(members.owner)
  await updateOrganisation(members.owner, { version, change: { zone: 'Africa/Johannesburg' } })
  expect(await getOrganisation(members.stranger)).toEqual(before)
})

test('a change of the rules stands in the log with its values', async () => {
  const { version } = await getOrganisation(members.owner)
  const rules = [{ rule: 'max-consecutive-days', params: { days: 5 } }]
  await updateOrganisation(members.owner, { version, change: { rules } })
  const lines = await withOrg(database.app, members.owner.orgId, (tx) =>
    tx.select({ details: auditLog.details }).from(auditLog).where(eq(auditLog.action, 'update-organisation')),
  )
  expect(lines).toContainEqual({ details: { rules } })
})
