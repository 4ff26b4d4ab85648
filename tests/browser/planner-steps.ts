// What a planner does in the browser, step by step: shared by the tests and by the pictures.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))

/** The CSV files of an example. */
export const exampleFiles = (name: 'hospital' | 'security'): string[] =>
  readdirSync(`${examples}/${name}`)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => `${examples}/${name}/${file}`)

export const signUp = async (page: Page, name: string, email: string, password: string): Promise<void> => {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Create your organisation' }).waitFor()
}

export const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Rosters' }).waitFor()
}

export const createOrganisation = async (page: Page, name: string, zone: string): Promise<void> => {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Time zone').selectOption(zone)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.getByRole('heading', { name: 'Rosters' }).waitFor()
}

/** Picks files on the import page and waits until they are judged. */
export const pickFiles = async (page: Page, files: string[] | { name: string; text: string }[]): Promise<void> => {
  const payload = files.map((file) =>
    typeof file === 'string' ? file : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) },
  )
  const judged = page.waitForResponse((response) => response.url().endsWith('/imports/preview'))
  await page.locator('input[type=file]').setInputFiles(payload as string[])
  await judged
}

export const importExample = async (page: Page, name: 'hospital' | 'security'): Promise<void> => {
  await page.goto('/import')
  await pickFiles(page, exampleFiles(name))
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
}

/** Creates a roster from a day on; without one over the days that have demand, as the dialog proposes. */
export const createRoster = async (page: Page, name: string, firstDay?: string): Promise<void> => {
  await page.goto('/')
  await page.getByRole('button', { name: 'New roster' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  if (firstDay) await page.getByLabel('First day').fill(firstDay)
  await page.getByRole('button', { name: 'Create roster' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Starts a run of so many seconds (one of the dialog's choices) and waits for its page. */
export const startRun = async (page: Page, seconds: '5' | '15'): Promise<void> => {
  await page.getByRole('button', { name: 'Generate' }).click()
  await page.getByLabel('Time', { exact: true }).selectOption(seconds)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('progressbar', { name: 'Time used' }).waitFor()
}

/** The cell of a row and column, counted from 0 below the open summary. */
export const cellAt = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)
