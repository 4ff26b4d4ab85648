// People, availability and leave in a real browser: a planner keeps a record, an employee asks, the planner decides.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { addDays, weekdayOf } from '../../web/ui/dates.ts'
import { type Client, newMember, newOwner, password } from '../http/client.ts'
import { chromiumPath, openBrowser, openPage, type WatchedPage } from './browser.ts'
import { signIn } from './planner-steps.ts'

const { url } = inject('stack')
const minuteMs = 60_000
const poll = { timeout: minuteMs / 2 }

const today = new Date().toISOString().slice(0, 10)
/** A Wednesday far enough from today. */
const leaveDay = addDays(today, 24 - weekdayOf(today))

interface Record {
  id: string
  version: number
}

describe.skipIf(!chromiumPath)('people and leave', () => {
  let browser: Browser
  let owner: Client
  let worker: Client
  let planner: WatchedPage
  let employee: WatchedPage

  const made = async (path: string, body: object): Promise<Record> => {
    const { status, data } = await owner.post<Record>(path, body)
    expect([path, status]).toEqual([path, 201])
    return data
  }

  beforeAll(async () => {
    owner = await newOwner('Lakeside Clinic')
    worker = await newMember(owner.orgId, 'employee')
    await made('/skills', { code: 'als', name: 'Life support' })
    const { id, version } = await made('/employees', { number: '17', name: 'Wanda Worker' })
    await owner.send('PUT', `/api/v1/employees/${id}/login`, { body: { userId: worker.userId }, version })
    const type = await made('/time-off-types', { code: 'annual', name: 'Annual leave' })
    const opening = { kind: 'opening', minutes: 4800, effectiveOn: today, note: 'Start' }
    await made('/time-off-ledger', { employeeId: id, typeId: type.id, ...opening })
    browser = await openBrowser()
    planner = await openPage(browser, url)
    employee = await openPage(browser, url, { viewport: { width: 390, height: 844 } })
    await signIn(planner.page, owner.email, password)
    await signIn(employee.page, worker.email, password)
  }, 2 * minuteMs)
  afterAll(() => browser?.close())

  const dialog = (page: Page) => page.getByRole('dialog')
  const save = (page: Page, name = 'Save') => dialog(page).getByRole('button', { name, exact: true }).click()

  test('a number that is taken is told beside its field, and the rest of the form is kept', {
    timeout: minuteMs,
  }, async () => {
    const { page } = planner
    await page.goto('/people')
    await page.getByRole('button', { name: 'Add person' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Nora New')
    await page.getByLabel('Number').fill('17')
    await save(page, 'Add')
    await dialog(page).getByText('There is already an employee with this number.').waitFor()
    expect(await page.getByLabel('Number').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Number').fill('18')
    await save(page, 'Add')
    await page.getByRole('heading', { level: 1, name: 'Nora New' }).waitFor()
  })

  test('two people change different fields of a record, and neither change is lost', {
    timeout: minuteMs,
  }, async () => {
    const { page } = planner
    const path = `/employees/${page.url().split('/').at(-1)}`
    await page.getByRole('button', { name: 'Edit Details' }).click()
    // The page hears of the other's change at once; here it may read nothing before it has saved.
    const refused = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await page.route(`**/api/v1${path}`, async (route) => {
      if (route.request().method() === 'GET') await refused
      await route.continue()
    })
    const { version } = (await owner.get<Record>(path)).data
    await owner.send('PATCH', `/api/v1${path}`, { body: { workPhone: '+49 30 1234' }, version })
    await page.getByLabel('Designation').fill('Charge nurse')
    await save(page)
    await page.getByText('Somebody else was faster').first().waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await save(page)
    await page.getByText('Details saved').first().waitFor()
    const { data } = await owner.get(path)
    expect(data).toMatchObject({ designation: 'Charge nurse', workPhone: '+49 30 1234' })
  })

  test('skills and papers are entered, and what ends soon is listed', { timeout: minuteMs }, async () => {
    const { page } = planner
    await page.getByRole('button', { name: 'Edit Skills' }).click()
    await page.getByRole('button', { name: 'Add skill' }).click()
    await page.getByLabel('Skill', { exact: true }).selectOption({ label: 'Life support' })
    await page.getByLabel('Level').selectOption('3')
    await save(page)
    // The closing dialog's choices say the same.
    await page.getByRole('dialog', { name: 'Skills of Nora New' }).waitFor({ state: 'hidden' })
    await page.getByText('3 · skilled').waitFor()
    await page.getByRole('button', { name: 'Add Certifications' }).click()
    await page.getByLabel('Proves').selectOption({ label: 'Life support' })
    await page.getByLabel('Last day').fill(addDays(today, 5))
    await save(page)
    await page.getByText(/^[45] days left$/).waitFor()
    await page.goto('/people/expiring')
    await page.getByRole('link', { name: 'Nora New' }).click()
    await page.getByRole('button', { name: 'Archive' }).click()
    await page.getByText('Archived', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /^Edit/ }).count()).toBe(0)
  })

  test('an employee says when they cannot come, every week but once, on a phone', { timeout: minuteMs }, async () => {
    const { page } = employee
    await page.goto('/availability')
    await page.getByRole('button', { name: 'Add times' }).click()
    await page.getByLabel('How often').selectOption({ label: 'Every week' })
    await save(page)
    await page.getByText('Choose at least one day of the week.').waitFor()
    await page.getByLabel('Monday').check()
    await page.getByLabel('Thursday').check()
    await save(page)
    await page.getByText('Every Mon and Thu, 08:00 to 16:00').waitFor()
    const pieces = page.getByRole('button', { name: /day \d.*: Not available 08:00 to 16:00/ })
    await expect.poll(() => pieces.count(), poll).toBe(2)
    await pieces.first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Not this time' }).click()
    await page.getByText('but 1 exception').waitFor()
    await expect.poll(() => pieces.count(), poll).toBe(1)
  })

  test('leave shows what it takes before it is sent, and waits', { timeout: minuteMs }, async () => {
    const { page } = employee
    await page.goto('/time-off')
    await page.getByText('10 days', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Ask for leave' }).click()
    await page.getByLabel('First day').fill(leaveDay)
    await page.getByLabel('Last day').fill(addDays(leaveDay, 1))
    await dialog(page).getByText('Takes 2 days of 10 days: 8 days left afterwards.').waitFor()
    await page.getByLabel('How long').selectOption({ label: 'A morning' })
    await dialog(page).getByText('Takes 0.5 days of 10 days: 9.5 days left afterwards.').waitFor()
    await save(page, 'Send')
    await page.getByText('Waiting', { exact: true }).waitFor()
    await page.getByText('9.5 days', { exact: true }).waitFor()
    expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0)
  })

  test('an approver sees balance and overlap, decides with a note, and the person reads it', {
    timeout: minuteMs,
  }, async () => {
    const { page } = planner
    await page.goto('/time-off')
    await page.getByRole('button', { name: 'Review' }).click()
    await page.getByText('Left afterwards').waitFor()
    await page.getByText('9.5 days', { exact: true }).waitFor()
    await page.getByText('Nobody of the same team, department or site').waitFor()
    await page.getByLabel('Note to Wanda Worker').fill('Enjoy it')
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Nothing waits for a decision').waitFor()
    await employee.page.goto('/time-off')
    await employee.page.getByText('Approved', { exact: true }).waitFor()
    await employee.page.goto('/notifications')
    await employee.page.getByText('Enjoy it.').first().waitFor({ timeout: minuteMs })
  })

  test('nothing goes wrong on the way', () => {
    const faults = [...planner.faults, ...employee.faults]
    // A refused write answers 409, which the browser notes as a failed resource.
    expect(faults.filter((fault) => !/status of (401|409)/.test(fault))).toEqual([])
    expect([...planner.foreign, ...employee.foreign]).toEqual([])
  })
})
