// A file or a folder as a problem, with the format it was in.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { folderFiles, readFolder } from '../formats/csv/folder.ts'
import { readCurtois } from '../formats/curtois.ts'
import { detectFormat, type ProblemFormat } from '../formats/detect-format.ts'
import { readGuards } from '../formats/guards.ts'
import { readMuster } from '../formats/muster.ts'
import type { LineError } from '../formats/reading.ts'
import { validateProblem } from '../index.ts'
import type { Problem } from '../model/problem.ts'

export type Input =
  | { kind: 'read'; problem: Problem; format: ProblemFormat }
  | { kind: 'unusable'; errors: readonly LineError[] }

/** Reads a path. A file that cannot be opened is unusable input as well. */
export function readInput(path: string, format?: ProblemFormat): Input {
  try {
    if (statSync(path).isDirectory()) return checked(readFolder(readFiles(path)), 'muster')
    const text = readFileSync(path, 'utf8')
    const found = format ?? detectFormat(text)
    const name = basename(path).replace(/\.[^.]*$/, '')
    const reading =
      found === 'curtois'
        ? readCurtois(text, name)
        : found === 'guards'
          ? readGuards(text)
          : readMuster(text, validateProblem)
    return checked(reading, found)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message
    return { kind: 'unusable', errors: [{ line: 0, reason }] }
  }
}

/** What readers let through may still break a rule of the model (a rule's parameters, say). */
function checked(reading: ReturnType<typeof readFolder>, format: ProblemFormat): Input {
  if (reading.kind === 'unusable') return reading
  const issues = validateProblem(reading.problem)
  if (issues.length > 0)
    return { kind: 'unusable', errors: issues.map(({ path, reason }) => ({ line: 0, reason: `${path}: ${reason}` })) }
  return { ...reading, format }
}

function readFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => folderFiles.includes(name))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
