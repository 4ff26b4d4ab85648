import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removePostgresData } from './postgres-home.ts'

/** A fresh data folder for one test file, which the database's user may enter; `remove` deletes all of it. */
export function temporaryData(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-'))
  chmodSync(dataDir, 0o711)
  return {
    dataDir,
    remove() {
      removePostgresData(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
