import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import type { Json, V4WorkerOptionsShape } from 'miniflare'
import * as z from 'zod'
import { isFresh, runTool, stampOf, writeStamp } from './build-cache.ts'
import { withLock } from './file-lock.ts'
import { projectRoot } from './project.ts'

/** A bundled Worker: its modules, and its bindings as its wrangler.toml says. */
export interface BuiltWorker {
  name: string
  /** The file that `main` names, as the source has it. */
  entry: string
  folder: string
  modules: { type: 'ESModule' | 'CompiledWasm' | 'Text' | 'Data'; path: string }[]
  options: V4WorkerOptionsShape
  /** The `[vars]` of wrangler.toml. */
  vars: Record<string, Json>
}

const wrangler = join(projectRoot, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
const buildTimeoutMs = 180_000
const keepOldMs = 24 * 3_600_000
const moduleTypes: Record<string, BuiltWorker['modules'][number]['type']> = {
  '.js': 'ESModule',
  '.mjs': 'ESModule',
  '.wasm': 'CompiledWasm',
  '.txt': 'Text',
  '.html': 'Text',
  '.sql': 'Text',
  '.bin': 'Data',
}

/**
 * Bundles the Worker of `configPath` exactly as a deployment would, below `cacheDir`; what is there and made of the same
 * files is used again. A build is never changed, so that a running Worker finds its own when it is started again.
 * Errors: Failure with what the bundler said.
 */
export async function buildWorker(configPath: string, cacheDir: string): Promise<BuiltWorker> {
  const base = join(cacheDir, relative(projectRoot, configPath).replaceAll(/[^\w]+/g, '-'))
  const stampFile = `${base}.json`
  mkdirSync(cacheDir, { recursive: true })
  const current = () => {
    const folder = isFresh(stampFile) ? folderOf(base, stampFile) : undefined
    return folder && existsSync(folder) ? folder : undefined
  }
  const folder =
    current() ??
    (await withLock(`${base}.lock`, buildTimeoutMs, async () => current() ?? bundle(configPath, base, stampFile)))
  return readBuilt(folder)
}

function folderOf(base: string, stampFile: string): string {
  return `${base}-${createHash('sha256').update(readFileSync(stampFile)).digest('hex').slice(0, 12)}`
}

async function bundle(configPath: string, base: string, stampFile: string): Promise<string> {
  const startedAtMs = Date.now()
  const fresh = `${base}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  const env = {
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_LOG_PATH: join(fresh, 'logs'),
    XDG_CONFIG_HOME: join(fresh, 'config'),
    CI: 'true',
  }
  const output = join(fresh, 'modules')
  const deploy = [wrangler, 'deploy', '--dry-run', '--outdir', output, '--metafile', '--config', configPath]
  const what = `Building the Worker of ${configPath}`
  const [, options] = await Promise.all([
    runTool(what, deploy, env),
    runTool(what, [join(projectRoot, 'local', 'worker-options.ts'), configPath], env),
  ])
  writeFileSync(join(fresh, 'options.json'), options)
  const { inputs } = z
    .object({ inputs: z.record(z.string(), z.unknown()) })
    .parse(readJson(join(output, 'bundle-meta.json')))
  const files = Object.keys(inputs).map((path) => resolve(dirname(configPath), path))
  const real = [...files.filter((path) => existsSync(path)), configPath, join(projectRoot, 'package-lock.json')]
  writeStamp(stampFile, stampOf(real, startedAtMs))
  const folder = folderOf(base, stampFile)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  removeOld(base, folder)
  return folder
}

/** Builds that no running instance can still need. */
function removeOld(base: string, current: string): void {
  for (const entry of readdirSync(dirname(base))) {
    const path = join(dirname(base), entry)
    const isBuild = path.startsWith(`${base}-`) && path !== current
    if (isBuild && statSync(path).mtimeMs < Date.now() - keepOldMs) rmSync(path, { recursive: true, force: true })
  }
}

function readBuilt(target: string): BuiltWorker {
  const read = readJson(join(target, 'options.json')) as Omit<BuiltWorker, 'modules' | 'folder'>
  const folder = join(target, 'modules')
  const modules = readdirSync(folder).flatMap((file) => {
    const type = moduleTypes[extname(file)]
    return type ? [{ type, path: join(folder, file) }] : []
  })
  // The entry comes first; everything else is reached from it.
  const isEntry = (path: string) => basename(path, '.js') === basename(read.entry, extname(read.entry))
  modules.sort((a, b) => Number(isEntry(b.path)) - Number(isEntry(a.path)))
  return { ...read, folder, modules }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
