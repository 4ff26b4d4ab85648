// Is every platform's package in the lock file? npm drops the entries of platforms it could not fetch when it installs beside
// an existing node_modules, and then `npm ci` refuses the lock everywhere else. `node tests/lock.ts --mend` puts them back:
// a name, an exact version and a platform is all that such an entry needs.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Entry {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']
const synonyms: Readonly<Record<string, string>> = { windows: 'win32', '64': 'x64' }

/** The platform as package names spell it: "binding-linux-arm64-musl". */
const entryOf = (name: string, version: string, dev: boolean): Entry => {
  const words = (name.split('/').at(-1) ?? '').split('-').map((word) => synonyms[word] ?? word)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  return {
    version,
    ...(dev && { dev }),
    optional: true,
    ...(cpu.length > 0 && { cpu }),
    ...(os.length > 0 && { os }),
    ...(libc.length > 0 && { libc }),
  }
}

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
const missing: Record<string, Entry> = {}
for (const entry of Object.values(lock.packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
    if (!names.has(name)) missing[`node_modules/${name}`] = entryOf(name, version, entry.dev === true)

const paths = Object.keys(missing)
if (process.argv.includes('--mend')) {
  const { '': root = {}, ...others } = { ...lock.packages, ...missing }
  const sorted = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(
    file,
    `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  )
  console.log(`${paths.length} entries put back`)
} else {
  for (const path of paths) console.error(`package-lock.json lacks ${path}: run node tests/lock.ts --mend`)
  process.exitCode = paths.length === 0 ? 0 : 1
}
