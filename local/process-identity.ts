import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from './failure.ts'

/** Whether a process with this id exists, whoever owns it. One that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  const stat = readProc(pid, 'stat')
  if (stat !== undefined && /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * A text that tells this process from a later one with the same id: its start time. Empty when there is no such process.
 * Source: field 22 of /proc/PID/stat on Linux, `ps -o lstart` elsewhere.
 */
export function processIdentity(pid: number): string {
  const stat = readProc(pid, 'stat')
  if (stat !== undefined) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  return process.platform === 'linux' ? '' : askPs(pid, 'lstart=')
}

/** The command line of a process, its arguments separated by spaces; empty when it is gone or cannot be read. */
export function commandLine(pid: number): string {
  const line = readProc(pid, 'cmdline')
  if (line !== undefined) return line.replaceAll('\0', ' ').trim()
  return process.platform === 'linux' ? '' : askPs(pid, 'args=')
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim()
  } catch {
    return ''
  }
}
