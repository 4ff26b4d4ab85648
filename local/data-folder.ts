import { accessSync, appendFileSync, constants, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Failure, messageOf } from './failure.ts'

const logBytesMax = 10 * 1024 * 1024

/** Where one instance keeps everything. */
export interface DataFolder {
  dataDir: string
  logFile(name: string): string
  /** Appends one line to `logs/<name>.log`. */
  logTo(name: string): (line: string) => void
}

/** Makes the folder if need be. Errors: Failure when it cannot be made or written. */
export function openDataFolder(dataDir: string): DataFolder {
  const logs = join(dataDir, 'logs')
  try {
    // Others may pass through (the database's user must), but not look around; what is secret is 0600 besides.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    mkdirSync(logs, { recursive: true, mode: 0o711 })
    for (const folder of [dataDir, logs]) accessSync(folder, constants.W_OK)
  } catch (error) {
    const reason = {
      EACCES: 'it is not yours to write',
      EROFS: 'the disk is read-only',
      ENOSPC: 'the disk is full',
      ENOTDIR: 'a file is in the way',
      EEXIST: 'a file is in the way',
    }
    const why = reason[codeOf(error) as keyof typeof reason] ?? messageOf(error)
    throw new Failure(`Muster cannot keep its data in ${dataDir}: ${why}. Set MUSTER_DATA to a folder you may write.`)
  }
  const logFile = (name: string) => join(logs, `${name}.log`)
  return {
    dataDir,
    logFile(name) {
      const file = logFile(name)
      const stat = statSync(file, { throwIfNoEntry: false })
      if (stat && stat.size > logBytesMax) renameSync(file, `${file}.1`)
      return file
    },
    logTo: (name) => (line) => appendFileSync(logFile(name), `${new Date().toISOString()} ${line}\n`, { mode: 0o600 }),
  }
}
