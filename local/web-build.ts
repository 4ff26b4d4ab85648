import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, isFresh, runTool, stampOf, writeStamp } from './build-cache.ts'
import { withLock } from './file-lock.ts'
import { projectRoot } from './project.ts'

const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
/** Where the built client is. */
export const pageFolder = join(projectRoot, 'web', 'dist')
const buildTimeoutMs = 300_000

/**
 * Builds the static client into web/dist unless it is there and made of the same sources. The old one stays until the
 * new one is whole. Errors: Failure with what the bundler said.
 */
export async function buildWeb(cacheDir: string): Promise<void> {
  const stampFile = join(cacheDir, 'web.json')
  const isBuilt = () => existsSync(join(pageFolder, 'index.html')) && isFresh(stampFile, sources())
  mkdirSync(cacheDir, { recursive: true })
  if (isBuilt()) return
  await withLock(join(cacheDir, 'web.lock'), buildTimeoutMs, async () => {
    if (isBuilt()) return
    const stamp = stampOf(sources())
    const fresh = `${pageFolder}.new`
    const config = join(projectRoot, 'web', 'vite.config.ts')
    await runTool('Building the page', [
      vite,
      'build',
      '--config',
      config,
      // Node reads TypeScript itself: no temporary file in node_modules, which may not be ours to write.
      '--configLoader',
      'native',
      '--outDir',
      fresh,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ])
    rmSync(`${pageFolder}.old`, { recursive: true, force: true })
    if (existsSync(pageFolder)) renameSync(pageFolder, `${pageFolder}.old`)
    renameSync(fresh, pageFolder)
    rmSync(`${pageFolder}.old`, { recursive: true, force: true })
    writeStamp(stampFile, stamp)
  })
}

/** What the client is made of: its own folder, and the rooms it may import from. */
function sources(): string[] {
  const rooms = ['web', 'solver', join('api', 'contract')].map((room) => join(projectRoot, room))
  const isSource = (file: string) => !/\.test\.tsx?$|\.toml$|\.md$/.test(file)
  return [
    ...rooms.flatMap((room) => (existsSync(room) ? filesBelow(room) : [])).filter(isSource),
    join(projectRoot, 'package-lock.json'),
  ]
}
