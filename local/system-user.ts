import { spawnSync } from 'node:child_process'
import { Failure } from './failure.ts'

/** Another user of this system, as whom a server can be run. */
export interface SystemUser {
  name: string
  uid: number
  gid: number
}

/**
 * The user PostgreSQL must run as: undefined means "as we are". Root has to become somebody else, because PostgreSQL
 * refuses uid 0: `postgres` where it exists, else `nobody`. Nobody is created.
 */
export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = numericId('-u', name)
    const gid = numericId('-g', name)
    if (uid !== undefined && gid !== undefined && uid !== 0) return { name, uid, gid }
  }
  throw new Failure(
    'PostgreSQL refuses to run as root and there is neither a user postgres nor nobody: start Muster as an ordinary user, or set DATABASE_URL to a server.',
  )
}

function numericId(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  const id = Number.parseInt(stdout, 10)
  return status === 0 && id >= 0 ? id : undefined
}

/** Whether `user` may read (`r`), write (`w`) or enter (`x`) `path`, asked of the system itself. */
export function userCan(user: SystemUser, access: 'r' | 'w' | 'x', path: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test "-$1" "$2"', 'test', access, path], {
    cwd: '/',
    uid: user.uid,
    gid: user.gid,
  })
  return status === 0
}
