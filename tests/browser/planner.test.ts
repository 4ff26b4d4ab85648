// A planner's whole way in a real browser on the embedded stack: from signing up to a published roster.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { chromiumPath, openBrowser, openPage, type WatchedPage } from './browser.ts'
import {
  cellAt,
  createOrganisation,
  createRoster,
  importExample,
  pickFiles,
  signUp,
  startRun,
} from './planner-steps.ts'

const { url } = inject('stack')
const minuteMs = 60_000

/** Does something that changes the roster and answers the server's status. */
const edited = async (page: Page, act: () => Promise<void>, to = '/assignments'): Promise<number> => {
  const answer = page.waitForResponse((response) => response.url().endsWith(to))
  await act()
  return (await answer).status()
}

/** The first person with a shift in a column: the cell by its place, and what it says now. */
const firstFilled = async (page: Page, column: number) => {
  const cell = page.locator(`[data-filled][data-column="${column}"]`).first()
  const row = Number(await cell.getAttribute('data-row'))
  return { at: cellAt(page, row, column), label: await cell.getAttribute('aria-label') }
}

describe.skipIf(!chromiumPath)('a planner', () => {
  let browser: Browser
  let watched: WatchedPage

  beforeAll(async () => {
    browser = await openBrowser()
    watched = await openPage(browser, url)
  })
  afterAll(() => browser?.close())

  test('signs up, creates an organisation and is told what comes first', { timeout: minuteMs }, async () => {
    const { page } = watched
    await signUp(page, 'Pat Planner', `pat-${Date.now()}@example.org`, 'a long enough password')
    await createOrganisation(page, 'Highveld Guarding', 'Africa/Johannesburg')
    await page.getByRole('heading', { name: 'Bring your people and your demand' }).waitFor()
  })

  test('sees every bad line of an import with number and reason, and nothing is written', {
    timeout: minuteMs,
  }, async () => {
    const { page } = watched
    await page.goto('/import')
    const text =
      'code,name,zone\nhq,Head office,Africa/Johannesburg\nmars,Base,Mars/Olympus\n,Nameless,Africa/Johannesburg\n'
    await pickFiles(page, [{ name: 'sites.csv', text }])
    await page.getByText('2 lines are wrong').waitFor()
    const lines = await page.getByRole('list', { name: 'Lines that are wrong' }).getByRole('listitem').allInnerTexts()
    expect(lines.map((line) => /line (\d+)/.exec(line)?.[1])).toEqual(['3', '4'])
    expect(lines[0]).toContain('Mars/Olympus')
    expect(await page.getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true)
  })

  test('imports the example and creates a roster from its demand', { timeout: minuteMs }, async () => {
    const { page } = watched
    await importExample(page, 'security')
    await createRoster(page, 'First week')
    expect(await page.getByRole('columnheader').count()).toBeGreaterThanOrEqual(7)
    const open = await page.getByRole('button', { name: /Open shifts/ }).textContent()
    expect(Number(/\d+/.exec(open ?? '')?.[0])).toBeGreaterThan(150)
  })

  test('generates, watches the score fall, reads the proposal and accepts it', { timeout: 2 * minuteMs }, async () => {
    const { page } = watched
    await startRun(page, '15')
    await page.locator('canvas').waitFor()
    await page
      .getByText(/every rule (is )?kept/i)
      .first()
      .waitFor({ timeout: minuteMs })
    await page.getByRole('button', { name: 'Accept all' }).waitFor({ timeout: minuteMs })
    await page.getByText(/^Still open/).click()
    await page
      .getByText(/Nobody can take it|could take it/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Accept all' }).click()
    await page.getByRole('grid').waitFor()
    await page.getByText(/0 broken rules/).waitFor()
    expect(await page.locator('[data-row] [data-shift]').count()).toBeGreaterThan(20)
  })

  test('takes a shift off by keyboard, and undo brings it back', { timeout: minuteMs }, async () => {
    const { page } = watched
    const cell = await firstFilled(page, 0)
    await cell.at.focus()
    expect(await edited(page, () => page.keyboard.press('Delete'))).toBe(200)
    expect(await cell.at.getAttribute('aria-label')).not.toBe(cell.label)
    expect(await edited(page, () => page.keyboard.press('Control+z'))).toBe(200)
    expect(await cell.at.getAttribute('aria-label')).toBe(cell.label)
  })

  test('drags a shift onto the open row, and undo gives it back', { timeout: minuteMs }, async () => {
    const { page } = watched
    const cell = await firstFilled(page, 1)
    const drag = () => cell.at.locator('[data-shift]').dragTo(cellAt(page, -1, 1))
    expect(await edited(page, drag)).toBe(200)
    expect(await cell.at.getAttribute('data-filled')).toBeNull()
    await cell.at.focus()
    expect(await edited(page, () => page.keyboard.press('Control+z'))).toBe(200)
    expect(await cell.at.getAttribute('aria-label')).toBe(cell.label)
  })

  test('reads what the rules say before a shift is dropped, and letting go with Escape changes nothing', {
    timeout: minuteMs,
  }, async () => {
    const { page } = watched
    const { at, label } = await firstFilled(page, 2)
    const target = cellAt(page, Number(await at.getAttribute('data-row')) + 1, 2)
    const [from, to] = [await at.locator('[data-shift]').boundingBox(), await target.boundingBox()]
    if (!from || !to) throw new Error('The cells are not in sight.')
    await page.mouse.move(from.x + 20, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 })
    await page.getByText(/^(Fits|Not allowed|Needs a reason)/).waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await at.getAttribute('aria-label')).toBe(label)
  })

  test('makes a shift shorter by keyboard, and undo makes it as long again', { timeout: minuteMs }, async () => {
    const { page } = watched
    const { at, label } = await firstFilled(page, 2)
    await at.focus()
    expect(await edited(page, () => page.keyboard.press('Alt+ArrowDown'), '/edits')).toBe(200)
    expect(await at.getAttribute('aria-label')).not.toBe(label)
    expect(await edited(page, () => page.keyboard.press('Control+z'), '/edits')).toBe(200)
    expect(await at.getAttribute('aria-label')).toBe(label)
  })

  test('is refused what breaks a hard rule, with the reason in words, and nothing moves', {
    timeout: minuteMs,
  }, async () => {
    const { page } = watched
    const shifts = page.locator('[data-row] [data-shift]')
    const count = await shifts.count()
    // Two people who both work on the first day: nobody may start two shifts on one day.
    const [one, two] = await page.locator('[data-filled][data-column="0"]').all()
    await one?.focus()
    await page.keyboard.press('Control+c')
    await page.keyboard.press('ArrowDown')
    await page.getByText(/^Paste here: /).waitFor()
    await two?.focus()
    expect(await edited(page, () => page.keyboard.press('Control+v'))).toBe(409)
    await page
      .getByText(/at most 1 may start on one day/)
      .first()
      .waitFor()
    expect(await shifts.count()).toBe(count)
  })

  test('publishes with the list of what remains open, and shifts then show as published', {
    timeout: minuteMs,
  }, async () => {
    const { page } = watched
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('dialog').getByText('Every rule is kept.').waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish/ })
      .click()
    await page.getByText('Published', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Reopen' }).waitFor()
    const label = await page.locator('[data-filled][data-row]').first().getAttribute('aria-label')
    expect(label).toContain('published')
  })

  test('changes a published roster on purpose, and a version says what is otherwise', {
    timeout: minuteMs,
  }, async () => {
    const { page } = watched
    const cell = await firstFilled(page, 0)
    await page.getByRole('button', { name: 'Change it' }).click()
    await page.getByText(/the people it concerns are told/).waitFor()
    await cell.at.focus()
    expect(await edited(page, () => page.keyboard.press('Delete'))).toBe(200)
    await page.getByRole('button', { name: 'Export and more' }).click()
    await page.getByRole('menuitem', { name: 'Versions' }).click()
    await page.getByRole('button', { name: 'Compare' }).first().click()
    await page.getByText('1 person works otherwise').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await cell.at.focus()
    expect(await edited(page, () => page.keyboard.press('Control+z'))).toBe(200)
    expect(await cell.at.getAttribute('aria-label')).toBe(cell.label)
  })

  test('never leaves the host, and no script or policy error is seen on the way', () => {
    expect(watched.foreign).toEqual([])
    // A refused edit answers 409, which the browser notes as a failed resource.
    expect(watched.faults.filter((fault) => !/status of (401|409)/.test(fault))).toEqual([])
  })
})
