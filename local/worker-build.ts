import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Json, V4WorkerOptionsShape } from 'miniflare'
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
 * files is used again. Errors: Failure with what the bundler said.
 */
export async function buildWorker(configPath: string, cacheDir: string): Promise<BuiltWorker> {
  const target = join(cacheDir, configPath.slice(projectRoot.length + 1).replaceAll(/[^\w]+/g, '-'))
  const stampFile = join(target, 'stamp.json')
  mkdirSync(cacheDir, { recursive: true })
  if (!isFresh(stampFile)) {
    await withLock(`${target}.lock`, buildTimeoutMs, async () => {
      if (!isFresh(stampFile)) await bundle(configPath, target)
    })
  }
  return readBuilt(target)
}

async function bundle(configPath: string, target: string): Promise<void> {
  const fresh = `${target}.new`
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
  const base = dirname(configPath)
  const meta = JSON.parse(readFileSync(join(output, 'bundle-meta.json'), 'utf8')) as { inputs: Record<string, unknown> }
  const inputs = Object.keys(meta.inputs).map((path) => resolve(base, path))
  const files = inputs.filter((path) => existsSync(path))
  writeStamp(join(fresh, 'stamp.json'), stampOf([...files, configPath, join(projectRoot, 'package-lock.json')]))
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
}

function readBuilt(target: string): BuiltWorker {
  const read = JSON.parse(readFileSync(join(target, 'options.json'), 'utf8')) as Omit<BuiltWorker, 'modules' | 'folder'>
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
