import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from './data-folder.ts'
import { Failure } from './failure.ts'
import { takeLock } from './file-lock.ts'
import { removePostgresData } from './postgres-home.ts'

/** Deletes database, secrets and Workers' storage of an instance that does not run. Errors: Failure while it runs, or when the folder cannot be written. */
export function resetData(dataDir: string): void {
  openDataFolder(dataDir)
  const lock = takeLock(join(dataDir, 'instance.json'))
  if (lock.kind === 'taken') {
    throw new Failure(`Muster runs on ${dataDir} (process ${lock.holder.pid}): stop it before you reset its data.`)
  }
  try {
    removePostgresData(dataDir)
    for (const name of ['secrets.json', 'workers', 'demo.json']) {
      rmSync(join(dataDir, name), { recursive: true, force: true })
    }
  } finally {
    lock.release()
  }
}
