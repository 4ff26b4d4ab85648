// `node bench/solver-micro.ts [--browser]`: what a person feels at the screen, in Node or in the machine's Chromium. One line of JSON.
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { openBrowser } from '../tests/browser/browser.ts'
import { type MicroFigures, measureMicro } from './solver/measure-micro.ts'

/** The same measuring as a script of a page. Throws where there is no Chromium. */
async function measureInBrowser(): Promise<MicroFigures> {
  const entry = fileURLToPath(new URL('./solver/measure-micro.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'micro' } },
  })
  const { output } = ([built].flat() as Rolldown.RolldownOutput[])[0]!
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: output[0].code })
    return await page.evaluate(() =>
      (globalThis as unknown as { micro: { measureMicro(): MicroFigures } }).micro.measureMicro(),
    )
  } finally {
    await browser.close()
  }
}

if (import.meta.main)
  console.log(JSON.stringify(process.argv.includes('--browser') ? await measureInBrowser() : measureMicro()))
