// Runs one of the project's TypeScript files: `node local/bootstrap.mjs FILE [ARG ...]`.
// Plain JavaScript for Node 20, because it runs before anything is installed. It installs what is missing, then hands
// over to the Node that the project brings as a dependency, so that every script sees the same version everywhere.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [file, ...args] = process.argv.slice(2)
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
/** npm writes what it installed to node_modules/.package-lock.json; any entry that differs means: install again. */
const isInstalled = () => {
  try {
    const wanted = readLock(join(root, 'package-lock.json'))
    const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
    return (
      existsSync(node) &&
      Object.entries(wanted).every(
        ([path, { version, optional, peer }]) =>
          path === '' || optional || peer || installed[path]?.version === version,
      )
    )
  } catch {
    return false
  }
}

if (!isInstalled()) {
  process.stderr.write('Installing packages, once (about a minute) …\n')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    process.stderr.write('Muster could not install its packages: see the lines above. Is the npm registry reachable?\n')
    process.exit(1)
  }
}

const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(delimiter)
// Stripping types and compiling takes longer than many a command; Node keeps the result, by content and version.
const compileCache = process.env.NODE_COMPILE_CACHE ?? join(root, '.muster', 'compile-cache')
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, file), ...args], {
  // The channel says nothing; it closes when this process is gone, however it went.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: path, MUSTER_ROOT: root, NODE_COMPILE_CACHE: compileCache },
})
// A terminal sends Ctrl-C to the whole group; a signal sent to this process alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
