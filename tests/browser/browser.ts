// The machine's own Chromium, driven without any download and without any call of its own to the network.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findMachinePrograms } from '../machine.ts'

/** Where Chromium is on this machine, null when it is missing. */
export const chromiumPath: string | null = findMachinePrograms().chromium

/** Starts it headless. Throws with the way out when it is missing. */
export const openBrowser = async (): Promise<Browser> => {
  if (!chromiumPath) throw new Error('There is no Chromium on this machine. Install it: apt-get install chromium.')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface WatchedPage {
  page: Page
  /** Script errors, refused resources and violations of the page's policy; a page that works has none. */
  faults: string[]
  /** Addresses asked for outside of `url`; a self-hosted page has none. */
  foreign: string[]
}

// A socket that closes because the page is left is no fault.
const harmless = /WebSocket is closed before the connection is established/

/** A fresh profile on `url` that notes everything that goes wrong. */
export const openPage = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: url, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const foreign: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !harmless.test(message.text())) faults.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && origin.replace(/^ws/, 'http') !== url) foreign.push(request.url())
  })
  return { page, faults, foreign }
}
