import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { withOrg } from '../../../drizzle/client.ts'
import { contracts, employeeContracts, employees } from '../../../drizzle/schema/index.ts'
import { testDatabase } from '../../../drizzle/tests/test-database.ts'
import { systemIds } from '../../../platform/ids.ts'
import type { Context } from '../../context.ts'
import { timesheetSchema } from '../../contract/payroll.ts'
import { Conflict, Forbidden, NotFound, VersionConflict } from '../../errors.ts'
import { decideCorrection } from '../attendance/decide-correction.ts'
import { pressClock } from '../attendance/press-clock.ts'
import { requestCorrection } from '../attendance/request-correction.ts'
import { failureOf, failuresOf, inRole, testContext } from '../tests/test-context.ts'
import { atLocalTime, newWard, type Ward } from '../tests/ward.ts'
import { exportPayroll } from './export-payroll.ts'
import { createPayPeriods, listPayPeriods, stepPayPeriod } from './pay-periods.ts'
import { planPeriods } from './plan-periods.ts'
import { decideTimesheet, listTimesheets, submitTimesheet } from './timesheets.ts'

const database = testDatabase()

let ward: Ward
let owner: Context
let periodId: string
beforeEach(async () => {
  ward = await newWard(database)
  owner = ward.owner
  const { orgId } = ward
  await ward.assign(await ward.addShift(10, 7), ward.ada)
  await withOrg(database.app, orgId, async (tx) => {
    const contractId = systemIds.next()
    await tx.insert(contracts).values({ orgId, id: contractId, code: 'c', name: 'Tariff' })
    const held = { employeeId: ward.ada.id, contractId, validFrom: '2027-01-01', rateMinor: 3000 }
    await tx.insert(employeeContracts).values({ orgId, id: systemIds.next(), ...held })
  })
  const [period] = await createPayPeriods(owner, { firstDay: '2027-03-01', length: 'month', count: 2 })
  periodId = period?.id ?? ''
})

const ada = (time: string) => atLocalTime(ward.ada.ctx, time)
const work = async () => {
  await pressClock(ada('07:00'), { kind: 'in' })
  await pressClock(ada('15:00'), { kind: 'out' })
}
const submit = (ctx = ward.ada.ctx) => submitTimesheet(ctx, { payPeriodId: periodId })

test('months of a series keep their first day, weeks follow each other', () => {
  expect(planPeriods('2027-01-31', 'month', 3)).toEqual([
    { firstDay: '2027-01-31', lastDay: '2027-02-27' },
    { firstDay: '2027-02-28', lastDay: '2027-03-30' },
    { firstDay: '2027-03-31', lastDay: '2027-04-29' },
  ])
  expect(planPeriods('2027-03-01', 'two-weeks', 2).map(({ lastDay }) => lastDay)).toEqual(['2027-03-14', '2027-03-28'])
})

test('a timesheet is handed in, approved with its cost, and then stands still', async () => {
  await work()
  const sheet = await submit()
  expect(timesheetSchema.parse(sheet)).toMatchObject({ state: 'submitted', workedMinutes: 480, costMinor: null })
  expect(await failureOf(submit())).toBeInstanceOf(Conflict)
  expect(await failureOf(decideTimesheet(ward.manager, sheet.id, 7, { accept: true }))).toBeInstanceOf(VersionConflict)
  const approved = await decideTimesheet(ward.manager, sheet.id, 1, { accept: true })
  expect(approved).toMatchObject({ state: 'approved', workedMinutes: 480, plannedMinutes: 480, costMinor: 24_000 })
  const span = { start: '2027-03-10T16:00:00+01:00', end: '2027-03-10T18:00:00+01:00', breakMinutes: 0 }
  const asked = await requestCorrection(ada('19:00'), { ...span, reason: 'Stayed' })
  expect(await failureOf(decideCorrection(ward.manager, asked.id, 1, { accept: true }))).toBeInstanceOf(Conflict)
  await decideTimesheet(ward.manager, sheet.id, 2, { accept: false, note: 'Look again' })
  expect(await failureOf(submit())).toBeInstanceOf(Conflict)
  await decideCorrection(ward.manager, asked.id, 1, { accept: true })
  expect(await submit()).toMatchObject({ state: 'submitted', workedMinutes: 600, version: 4 })
})

test('a sheet waits for open entries, and nobody decides about their own or hands in for others', async () => {
  await pressClock(ada('07:00'), { kind: 'in' })
  expect(await failureOf(submit())).toBeInstanceOf(Conflict)
  await pressClock(ada('15:00'), { kind: 'out' })
  const sheet = await submit()
  const self = { ...ward.manager, user: ward.ada.ctx.user }
  expect(await failureOf(decideTimesheet(self, sheet.id, 1, { accept: true }))).toBeInstanceOf(Forbidden)
  const forAda = { payPeriodId: periodId, employeeId: ward.ada.id }
  const refused = await failuresOf([
    submitTimesheet(ward.bo.ctx, forAda),
    submitTimesheet({ ...ward.ada.ctx, ...inRole('viewer') }, { payPeriodId: periodId }),
    decideTimesheet(ward.bo.ctx, sheet.id, 1, { accept: true }),
    createPayPeriods(ward.manager, { firstDay: '2028-01-01', length: 'week', count: 1 }),
    stepPayPeriod(ward.manager, periodId, 1, { state: 'closed' }),
    exportPayroll(ward.manager, periodId),
  ])
  for (const error of refused) expect(error).toBeInstanceOf(Forbidden)
  expect((await listTimesheets(ward.bo.ctx, { limit: 10 })).items).toEqual([])
  expect((await listTimesheets(ward.manager, { limit: 10 })).items).toHaveLength(1)
})

test('another organisation finds neither sheet nor period', async () => {
  await work()
  const sheet = await submit()
  const stranger = testContext(database, await database.newOrg())
  const failures = await failuresOf([
    decideTimesheet(stranger, sheet.id, 1, { accept: true }),
    stepPayPeriod(stranger, periodId, 1, { state: 'closed' }),
    exportPayroll(stranger, periodId),
  ])
  for (const error of failures) expect(error).toBeInstanceOf(NotFound)
  expect((await listPayPeriods(stranger, { limit: 10 })).items).toEqual([])
})

test('a period closes when its sheets are decided, refuses work then, and is final in the end', async () => {
  await work()
  const sheet = await submit()
  expect(await failureOf(stepPayPeriod(owner, periodId, 1, { state: 'closed' }))).toBeInstanceOf(Conflict)
  await decideTimesheet(ward.manager, sheet.id, 1, { accept: true })
  expect(await failureOf(stepPayPeriod(owner, periodId, 9, { state: 'closed' }))).toBeInstanceOf(VersionConflict)
  expect((await stepPayPeriod(owner, periodId, 1, { state: 'closed' })).state).toBe('closed')
  expect(await failureOf(stepPayPeriod(owner, periodId, 2, { state: 'closed' }))).toBeInstanceOf(Conflict)
  await expect(pressClock(ada('16:00'), { kind: 'in' })).rejects.toThrow()
  expect(await failureOf(decideTimesheet(ward.manager, sheet.id, 2, { accept: false }))).toBeInstanceOf(Conflict)
  await expect(stepPayPeriod(owner, periodId, 2, { state: 'final' })).rejects.toThrow()
  await stepPayPeriod(owner, periodId, 2, { state: 'processing' })
  expect((await stepPayPeriod(owner, periodId, 3, { state: 'final' })).state).toBe('final')
  expect((await listPayPeriods(ward.ada.ctx, { limit: 10, to: '2027-03-31' })).items).toHaveLength(1)
})

test('the payroll file is safe in spreadsheets and holds money only for who may see it', async () => {
  await withOrg(database.app, ward.orgId, (tx) =>
    tx.update(employees).set({ name: '=HYPERLINK("x")' }).where(eq(employees.id, ward.ada.id)),
  )
  await work()
  const sheet = await submit()
  await decideTimesheet(ward.manager, sheet.id, 1, { accept: true })
  const { filename, content } = await exportPayroll(owner, periodId)
  expect(filename).toBe('payroll-2027-03-01-2027-03-31.csv')
  expect(content).toContain(`1,"'=HYPERLINK(""x"")",2027-03-01,2027-03-31,480,480,24000,EUR`)
  const blind = { ...owner, permissions: new Set(['payroll:write', 'attendance:read'] as const) }
  expect((await exportPayroll(blind, periodId)).content).not.toMatch(/24000|costMinor|EUR/)
  expect((await listTimesheets(blind, { limit: 5 })).items).toMatchObject([{ costMinor: null }])
})
