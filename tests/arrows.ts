// The arrows between rooms (ARCHITECTURE.md): which folder may import from which. A plain table, checked on resolved paths,
// because linters match the text of an import and their overrides replace each other instead of adding up.
// Tests and benchmarks stand beside the code and may look anywhere; the code may not.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A room is the longest prefix that fits a file. `own` are rooms it may import from, `packages` what it may not use of npm and Node. */
interface Room {
  path: string
  own: readonly string[]
  bannedPackages?: RegExp
}

const nodeOrCloudflare = /^(node:|cloudflare:|wrangler|miniflare)/
const notPure = /^(node:|cloudflare:|@neondatabase|drizzle-orm|@upstash|hono|better-auth|react|pg$|ws$|ioredis)/

const rooms: readonly Room[] = [
  { path: 'solver/model/', own: [], bannedPackages: notPure },
  { path: 'solver/score/', own: ['solver/model/'], bannedPackages: notPure },
  { path: 'solver/rules/', own: ['solver/model/', 'solver/score/'], bannedPackages: notPure },
  { path: 'solver/judge/', own: ['solver/rules/', 'solver/score/', 'solver/model/'], bannedPackages: notPure },
  { path: 'solver/search/', own: ['solver/rules/', 'solver/score/', 'solver/model/'], bannedPackages: notPure },
  {
    path: 'solver/milp/',
    own: ['solver/judge/', 'solver/rules/', 'solver/score/', 'solver/model/'],
    bannedPackages: notPure,
  },
  { path: 'solver/assignment/', own: ['solver/model/'], bannedPackages: notPure },
  {
    path: 'solver/engines/',
    own: [
      'solver/search/',
      'solver/milp/',
      'solver/assignment/',
      'solver/judge/',
      'solver/score/',
      'solver/model/',
      'solver/testkit/',
    ],
    bannedPackages: notPure,
  },
  { path: 'solver/program/', own: ['solver/rules/', 'solver/score/', 'solver/model/'], bannedPackages: notPure },
  {
    path: 'solver/explain/',
    own: ['solver/program/', 'solver/search/', 'solver/judge/', 'solver/rules/', 'solver/score/', 'solver/model/'],
    bannedPackages: notPure,
  },
  { path: 'solver/demand/', own: ['solver/program/integer-program.ts', 'solver/model/'], bannedPackages: notPure },
  { path: 'solver/presets/', own: ['solver/model/'], bannedPackages: notPure },
  { path: 'solver/formats/', own: ['solver/model/', 'solver/score/'], bannedPackages: notPure },
  // The oracle judges the trackers, so it shares no code with rules or search.
  { path: 'solver/testkit/oracle', own: ['solver/model/'], bannedPackages: notPure },
  {
    path: 'solver/testkit/',
    own: [
      'solver/testkit/oracle',
      'solver/formats/',
      'solver/rules/',
      'solver/search/',
      'solver/score/',
      'solver/model/',
    ],
    bannedPackages: notPure,
  },
  {
    path: 'solver/index.ts',
    own: ['solver/engines/', 'solver/judge/', 'solver/rules/', 'solver/score/', 'solver/presets/', 'solver/model/'],
    bannedPackages: notPure,
  },
  { path: 'solver/programs.ts', own: ['solver/demand/', 'solver/explain/'], bannedPackages: notPure },
  { path: 'solver/cli.ts', own: ['solver/'] },
  { path: 'solver/worker/', own: ['solver/index.ts', 'solver/model/', 'drizzle/', 'platform/'] },
  { path: 'api/contract/', own: ['solver/model/'], bannedPackages: notPure },
  { path: 'api/worker.ts', own: ['api/', 'platform/', 'drizzle/'] },
  { path: 'api/live/', own: ['api/contract/', 'platform/'] },
  {
    path: 'api/',
    own: [
      'api/contract/',
      'solver/index.ts',
      'solver/programs.ts',
      'solver/model/',
      'solver/formats/',
      'drizzle/',
      'platform/',
    ],
    bannedPackages: nodeOrCloudflare,
  },
  { path: 'web/ui/', own: [] },
  {
    path: 'web/',
    own: ['web/ui/', 'solver/index.ts', 'solver/model/', 'api/contract/'],
    bannedPackages: nodeOrCloudflare,
  },
  { path: 'drizzle/', own: ['platform/', 'api/contract/', 'solver/model/'] },
  { path: 'platform/', own: [], bannedPackages: /^(node:|cloudflare:)/ },
]

const free = /(^|\/)(tests|bench|examples|local)\/|\.test\.tsx?$|(^|\/)[^/]+\.config\.ts$/
const imports =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g

const roomOf = (file: string): Room | undefined =>
  rooms.filter((room) => file.startsWith(room.path)).sort((a, b) => b.path.length - a.path.length)[0]

const faultsIn = (file: string): string[] => {
  const room = roomOf(file)
  if (!room || free.test(file)) return []
  const faults: string[] = []
  for (const match of readFileSync(join(root, file), 'utf8').matchAll(imports)) {
    const specifier = match[1] ?? match[2] ?? match[3] ?? ''
    if (!specifier.startsWith('.')) {
      if (room.bannedPackages?.test(specifier)) faults.push(`${file}: ${room.path} may not use '${specifier}'`)
      continue
    }
    const target = relative(root, join(root, dirname(file), specifier))
    const isOwn = target.startsWith(room.path) && roomOf(target) === room
    if (!isOwn && !room.own.some((path) => target.startsWith(path)))
      faults.push(
        `${file}: ${room.path} may not import from '${target}' (allowed: ${room.own.join(', ') || 'nothing'})`,
      )
  }
  return faults
}

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean)
const faults = files.flatMap(faultsIn)
for (const fault of faults) console.error(fault)
console.log(`${files.length} files, ${faults.length} wrong arrows`)
process.exitCode = faults.length === 0 ? 0 : 1
