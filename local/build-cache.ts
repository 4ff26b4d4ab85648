import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import * as z from 'zod'
import { Failure } from './failure.ts'
import { nodePath, projectRoot } from './project.ts'

const Stamp = z.record(z.string(), z.string())
/** What a build was made of: each file's path with its size and time of change. */
export type Stamp = z.infer<typeof Stamp>

/** The folder of built Workers: in the project, or in `dataDir` where the project cannot be written. */
export function buildFolder(dataDir: string): string {
  const folder = join(projectRoot, '.muster', 'build')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    const own = join(dataDir, 'build')
    mkdirSync(own, { recursive: true })
    return own
  }
}

/**
 * The stamp of `files` as they are now; a missing file counts as such. What changed after `builtSinceMs` (a build's start)
 * may not be in the build, and makes the stamp stale from the beginning.
 */
export function stampOf(files: Iterable<string>, builtSinceMs = Number.POSITIVE_INFINITY): Stamp {
  const stamp: Stamp = {}
  for (const file of files) {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) stamp[file] = 'missing'
    else stamp[file] = stat.mtimeMs < builtSinceMs ? `${stat.size}:${stat.mtimeMs}` : 'changed during the build'
  }
  return stamp
}

/** Whether the stamp written to `file` still describes the files it names, and, when `files` are given, just these. */
export function isFresh(file: string, files?: string[]): boolean {
  try {
    const stamp = Stamp.parse(JSON.parse(readFileSync(file, 'utf8')))
    const now = stampOf(files ?? Object.keys(stamp))
    const paths = new Set([...Object.keys(stamp), ...Object.keys(now)])
    return [...paths].every((path) => now[path] === stamp[path])
  } catch {
    return false
  }
}

export function writeStamp(file: string, stamp: Stamp): void {
  writeFileSync(file, JSON.stringify(stamp))
}

/** Every file below `folder`, without `dist` and `node_modules`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return [path]
    return /^(dist(\.\w+)?|node_modules)$/.test(entry.name) ? [] : filesBelow(path)
  })
}

const outputLinesMax = 20

/** Runs one of the project's tools with its own Node; `what` names it to the user. Errors: Failure with what it said. */
export function runTool(what: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const colourless = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
    const options = { cwd: projectRoot, env: { ...colourless, ...env }, maxBuffer: 16 * 1024 * 1024 }
    execFile(nodePath, args, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout)
      const lines = stripVTControlCharacters(stderr || stdout || error.message)
        .trim()
        .split('\n')
      reject(new Failure(`${what} failed:\n${lines.slice(0, outputLinesMax).join('\n')}`))
    })
  })
}
