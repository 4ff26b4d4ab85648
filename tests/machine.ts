// What the machine offers besides the embedded servers. A test that needs one of these is skipped where it is missing;
// with CI=true a missing one is a failure of the run (see run.ts).
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface MachinePrograms {
  chromium: string | null
  /** Folder with initdb and postgres. */
  postgres: string | null
  redis: string | null
}

const onPath = (...names: string[]): string | null => {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name)
  return null
}

/** Debian keeps the server's programs out of the path, one folder per major version. */
const debianPostgres = (): string | null => {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return null
  const versions = readdirSync(base).filter((version) => existsSync(join(base, version, 'bin', 'initdb')))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest ? join(base, newest, 'bin') : null
}

/** Paths of the programs, null where missing. */
export const findMachinePrograms = (): MachinePrograms => ({
  chromium: onPath('chromium', 'chromium-browser', 'google-chrome'),
  postgres: debianPostgres(),
  redis: onPath('redis-server'),
})
