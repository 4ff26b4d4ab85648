// Takes a picture of every page, at 1440 and at 390 pixels, light and dark, into out/pictures. Look at them.
//   node tests/browser/pictures.ts [URL]   an instance that holds the demo; without one a stack is started for it
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { demoAccount, fillDemo } from '../../local/demo-data.ts'
import { projectRoot } from '../../local/project.ts'
import { startStack } from '../../local/stack.ts'
import { temporaryData } from '../../local/temporary-data.ts'
import { openBrowser, openPage } from './browser.ts'
import { createRoster, exampleFiles, pickFiles, signIn, startRun } from './planner-steps.ts'

const folder = join(projectRoot, 'out', 'pictures')
const settleMs = 500

type Take = (name: string) => Promise<void>

const publicPages = async (page: Page, take: Take): Promise<void> => {
  for (const path of ['sign-in', 'sign-up']) {
    await page.goto(`/${path}`)
    await take(path)
  }
}

const plainPages = async (page: Page, take: Take): Promise<void> => {
  await take('rosters')
  await page.getByRole('button', { name: 'New roster' }).click()
  await page.getByLabel('Name', { exact: true }).waitFor()
  await take('create-roster')
  for (const path of [
    'people',
    'people/expiring',
    'people/structure',
    'time-off',
    'time-off/balances',
    'time-off/policy',
    'availability',
    'overview',
    'clock',
    'timesheets',
    'corrections',
    'kiosk',
    'open-shifts',
    'swaps',
    'absences',
    'notifications',
    'import',
    'settings',
    'organisations/new',
  ]) {
    await page.goto(`/${path}`)
    await page.waitForLoadState('networkidle')
    await take(path.replace('/', '-'))
  }
  await page.goto('/people')
  await page.locator('tbody a').first().click()
  await page.getByRole('heading', { name: 'Contracts' }).waitFor()
  await take('person')
  await page.goto('/import')
  const sites = 'code,name,zone\nmain,Main,Europe/Berlin\nmars,Base,Mars/Olympus\n,Nameless,Europe/Berlin\n'
  await pickFiles(page, exampleFiles('hospital'))
  await take('import-preview')
  await pickFiles(page, [{ name: 'sites.csv', text: sites }])
  await take('import-errors')
}

const openRoster = async (page: Page): Promise<void> => {
  await page.goto('/')
  await page.locator('main ul li a').last().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Holds a shift over the row below it, where the rules say what letting go would mean. */
const overNeighbour = async (page: Page): Promise<void> => {
  const box = await page.locator('[data-filled][data-row="2"] [data-shift]').first().boundingBox()
  if (!box) return
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 1.5, { steps: 3 })
  await page.getByText(/^(Fits|Not allowed|Needs a reason|There is no)/).waitFor()
}

const deskRoster = async (page: Page, take: Take): Promise<void> => {
  await openRoster(page)
  for (const zoom of ['Day', 'Week', '2 weeks', 'Month']) {
    await page.getByText(zoom, { exact: true }).click()
    await take(`roster-${zoom.replace(' ', '-').toLowerCase()}`)
  }
  await page.locator('[data-filled][data-row]').nth(12).locator('[data-shift]').first().click()
  await take('roster-cell')
  await page.keyboard.press('Escape')
  await overNeighbour(page)
  await take('roster-drag')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.getByRole('button', { name: 'Export and more' }).click()
  await page.getByRole('menuitem', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Compare' }).first().click()
  await page.waitForLoadState('networkidle')
  await take('roster-versions')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: /Open shifts/ }).click()
  const lane = page.locator('[data-kind=lane] [data-shift]').first()
  if (await lane.isVisible()) {
    await lane.click()
    await page.waitForLoadState('networkidle')
    await take('roster-open-shift')
    await page.keyboard.press('Escape')
  }
  await page.getByLabel('Group by').selectOption('skill')
  await take('roster-groups')
  await page.getByLabel('Group by').selectOption('none')
  await page.getByRole('button', { name: /broken rule/ }).click()
  await take('roster-rules')
  await page.getByRole('button', { name: 'Close' }).click()
}

const phoneRoster = async (page: Page, take: Take): Promise<void> => {
  await openRoster(page)
  await take('roster')
  await page.getByRole('tab').nth(14).click()
  await take('roster-day')
  await page.getByRole('tabpanel').getByRole('button').first().click()
  await page.waitForLoadState('networkidle')
  await take('roster-sheet')
  await page.getByRole('button', { name: 'Close' }).click()
}

const runPages = async (page: Page, take: Take): Promise<void> => {
  await createRoster(page, 'Another try', '2027-03-01')
  await take('roster-empty')
  await page.getByRole('button', { name: 'Generate' }).click()
  await page.getByRole('dialog').waitFor()
  await take('generate')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await startRun(page, '5')
  await page.locator('canvas').waitFor()
  await page.waitForTimeout(3000)
  await take('run')
  await page.getByRole('button', { name: 'Accept all' }).waitFor({ timeout: 60_000 })
  await take('proposal')
  await page.getByText(/^Still open/).click()
  await take('proposal-open')
  await page.getByText('Search', { exact: true }).click()
  await take('proposal-search')
  await page.getByRole('button', { name: 'Reject' }).click()
  await page.getByText('The roster stays as it was.').waitFor()
  await page.getByRole('button', { name: 'Export and more' }).click()
  await take('roster-menu')
  await page.getByRole('menuitem', { name: 'Delete roster' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('heading', { name: 'Rosters' }).waitFor()
}

const tour = async (browser: Browser, url: string, width: 1440 | 390, colorScheme: 'light' | 'dark'): Promise<void> => {
  const isPhone = width === 390
  const viewport = { width, height: isPhone ? 844 : 900 }
  const { page, faults } = await openPage(browser, url, { viewport, colorScheme, hasTouch: isPhone })
  const take: Take = async (name) => {
    await page.waitForTimeout(settleMs)
    await page.screenshot({ path: join(folder, `${width}-${colorScheme}-${name}.png`) })
  }
  await publicPages(page, take)
  await signIn(page, demoAccount.email, demoAccount.password)
  await plainPages(page, take)
  await (isPhone ? phoneRoster : deskRoster)(page, take)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').waitFor()
  await take('publish')
  await runPages(page, take)
  for (const fault of new Set(faults)) console.warn(`${width} ${colorScheme}: ${fault}`)
  await page.context().close()
}

const takeAll = async (url: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const browser = await openBrowser()
  try {
    for (const width of [1440, 390] as const)
      for (const scheme of ['light', 'dark'] as const) await tour(browser, url, width, scheme)
  } finally {
    await browser.close()
  }
  console.log(`Pictures are in ${folder}.`)
}

const given = process.argv[2]
if (given) await takeAll(given)
else {
  const { dataDir, remove } = temporaryData()
  const stack = await startStack({ dataDir, limitScale: 100, log: console.log })
  try {
    await fillDemo(stack.url)
    await takeAll(stack.url)
  } finally {
    await stack.stop()
    remove()
  }
}
