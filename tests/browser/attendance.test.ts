// Worked time in a real browser: an employee's phone, a kiosk, and the desk of whoever decides and pays.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { uuidV7 } from '../../platform/ids.ts'
import { make } from '../clinic.ts'
import { type Client, newMember, newOwner, password } from '../http/client.ts'
import { chromiumPath, openBrowser, openPage, type WatchedPage } from './browser.ts'
import { signIn } from './planner-steps.ts'

const { url } = inject('stack')
const timeout = 60_000
const pin = '4711'
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const dayText = (daysAgo: number): string => new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10)

const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe.skipIf(!chromiumPath)('worked time', () => {
  let browser: Browser
  let owner: Client
  let phone: WatchedPage
  let desk: WatchedPage

  /** An employee with a login of their own. */
  const newPerson = async (number: string, name: string) => {
    const login = await newMember(owner.orgId, 'employee')
    const employeeId = await make(owner, '/employees', { number, name })
    const body = { userId: login.userId }
    const linked = await owner.send('PUT', `/api/v1/employees/${employeeId}/login`, { body, version: 1 })
    expect(linked.status).toBe(200)
    return { login, employeeId }
  }

  /** A published shift of two hours around now. */
  const worksNow = async (siteId: string, employeeId: string) => {
    const rosterId = await make(owner, '/rosters', { name: 'Now', start: dayText(2), days: 5 })
    const at = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString()
    const shift = { id: uuidV7(), siteId, name: 'Gate', start: at(-1), end: at(1) }
    const edit = { createShifts: [shift], add: [{ shiftId: shift.id, employeeId }] }
    const edited = await owner.post(`/rosters/${rosterId}/edits`, edit, { version: 1 })
    expect([edited.status, edited.error]).toEqual([200, undefined])
    expect((await owner.post(`/rosters/${rosterId}/publish`, {}, { version: 2 })).status).toBe(200)
  }

  beforeAll(async () => {
    owner = await newOwner('Clock house')
    const { login, employeeId } = await newPerson('17', 'Ana Ruiz')
    expect((await owner.send('PUT', '/api/v1/clock/pin', { body: { pin, employeeId } })).status).toBe(200)
    browser = await openBrowser()
    phone = await openPage(browser, url, { viewport: { width: 390, height: 844 }, hasTouch: true })
    desk = await openPage(browser, url)
    await signIn(phone.page, login.email, password)
    await signIn(desk.page, owner.email, password)
  })
  afterAll(() => browser?.close())

  test('an employee clocks in, takes a break and comes back, and the planner sees it', { timeout }, async () => {
    const { page } = phone
    await page.goto('/clock')
    await pressed(page, 'Clock in')
    await page.getByText('Working', { exact: true }).waitFor()
    await desk.page.goto('/clock')
    await desk.page.getByText('1 person clocked in now').waitFor()
    await pressed(page, 'Start break')
    await page.getByText('On a break', { exact: true }).waitFor()
    await desk.page.getByText(/^Break since/).waitFor()
    await pressed(page, 'End break')
    await page.getByText('Working', { exact: true }).waitFor()
  })

  test('a site with a geofence takes the clock at its door, and elsewhere says how far that is', {
    timeout,
  }, async () => {
    const door = { latitude: 52.52, longitude: 13.405 }
    const siteId = await make(owner, '/sites', {
      code: 'gate',
      name: 'Gate',
      zone: 'Europe/Berlin',
      ...door,
      geofenceMetres: 150,
    })
    const { login, employeeId } = await newPerson('18', 'Bo Berg')
    await worksNow(siteId, employeeId)
    const { page } = await openPage(browser, url, {
      permissions: ['geolocation'],
      geolocation: { ...door, latitude: 52.53 },
    })
    await signIn(page, login.email, password)
    await page.goto('/clock')
    await page.getByText('Gate asks where you are when you clock in.').waitFor()
    await pressed(page, 'Clock in')
    await page
      .getByText(/metres from Gate/)
      .first()
      .waitFor()
    await page.context().setGeolocation(door)
    await pressed(page, 'Clock in')
    await page.getByText('Working', { exact: true }).waitFor()
    await page.context().close()
  })

  test('a kiosk knows number and PIN, refuses a wrong one in words, and clocks out', { timeout }, async () => {
    const { page } = desk
    await page.goto('/kiosk')
    const number = page.getByLabel('Personnel number')
    const enter = async (digits: string) => {
      await number.fill('17')
      await number.press('Enter')
      for (const digit of digits) await pressed(page, digit)
      await pressed(page, 'Out')
    }
    await enter('0815')
    await page.getByText('Number and PIN do not belong together').waitFor()
    await enter(pin)
    await page.getByText('Ana Ruiz').waitFor()
    await phone.page.reload()
    await phone.page.getByText('Not clocked in').waitFor()
  })

  test('missing time is asked for on the phone and approved at the desk', { timeout }, async () => {
    const { page } = phone
    await pressed(page, 'Add missing time')
    await page.getByLabel('From').fill(`${dayText(1)}T08:00`)
    await page.getByLabel('Until').fill(`${dayText(1)}T12:30`)
    await page.getByLabel('Why').fill('The tablet was broken')
    await pressed(page, 'Ask')
    await page.getByText('Waits for a decision').waitFor()
    await desk.page.goto('/corrections')
    await desk.page.getByText('The tablet was broken').waitFor()
    await pressed(desk.page, 'Approve')
    await desk.page.getByText('Nobody waits for a decision about their time.').waitFor()
    await page.getByText('4 h 30 min').waitFor()
  })

  test('a period is made, its timesheet handed in, approved and closed, and payroll has its file', {
    timeout,
  }, async () => {
    const { page } = desk
    await page.goto('/timesheets')
    await pressed(page, 'New pay periods')
    await page.getByLabel('First day').fill(dayText(7))
    await page.getByLabel('Length').selectOption('two-weeks')
    await page.getByLabel('How many').fill('1')
    await pressed(page, 'Make them')
    await page.getByRole('button', { name: /Ana Ruiz/ }).click()
    await page.getByRole('cell', { name: '4 h 30 min' }).first().waitFor()
    await phone.page.goto('/timesheets')
    await pressed(phone.page, 'Hand in')
    await phone.page.getByText('Handed in').first().waitFor()
    await page.getByText('1 timesheet waits for approval.').waitFor()
    await pressed(page, 'Approve')
    await page.getByText('Approved', { exact: true }).first().waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Payroll file' }).click()
    expect((await file).suggestedFilename()).toMatch(/^payroll-.*\.csv$/)
    await pressed(page, 'Close')
    await pressed(page, 'Start payroll')
    await page.getByText('In payroll', { exact: true }).first().waitFor()
  })

  test('the overview says how the week stands and what waits', { timeout }, async () => {
    const { page } = desk
    await page.goto('/overview')
    await page.getByText('Everything is decided').waitFor()
    await page.getByText('Places filled').waitFor()
    await page.getByText('Month', { exact: true }).click()
    await page.getByRole('button', { name: 'The month after' }).click()
    await page.getByText('None needed').waitFor()
  })

  test('no script or policy error is seen on the way', () => {
    // A refused PIN answers 403, which the browser notes as a failed resource; visitors are asked to sign in with 401.
    const faults = [...phone.faults, ...desk.faults].filter((fault) => !/status of (401|403)/.test(fault))
    expect([faults, phone.foreign, desk.foreign]).toEqual([[], [], []])
  })
})
