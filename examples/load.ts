// The examples as problems, for tests and measurements that need no server.
import { readdirSync, readFileSync } from 'node:fs'
import { folderFiles, readFolder } from '../solver/formats/csv/folder.ts'
import { describeLineError } from '../solver/formats/reading.ts'
import type { Problem } from '../solver/model/problem.ts'

export const exampleNames = ['hospital', 'security'] as const
export type ExampleName = (typeof exampleNames)[number]

/** Texts of an example's files by name. */
function readExampleFiles(name: ExampleName): Map<string, string> {
  const folder = new URL(`${name}/`, import.meta.url)
  const names = readdirSync(folder).filter((file) => folderFiles.includes(file))
  return new Map(names.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]))
}

/** The problem that an example describes. Throws with every wrong line when its files are broken. */
export function loadExample(name: ExampleName): Problem {
  const reading = readFolder(readExampleFiles(name))
  if (reading.kind === 'unusable') throw new Error(reading.errors.map(describeLineError).join('\n'))
  return reading.problem
}
