// Writes the example files again: `node examples/generate.ts`. Seeded, so that the files are the same byte for byte.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { hospitalFiles } from './generator/hospital.ts'
import { securityFiles } from './generator/security.ts'

/** Contents of all example files by their path below this folder. */
export function exampleFiles(): Map<string, string> {
  const folders = { hospital: hospitalFiles(), security: securityFiles() }
  return new Map(
    Object.entries(folders).flatMap(([folder, files]) =>
      Object.entries(files).map(([name, content]): [string, string] => [`${folder}/${name}`, content]),
    ),
  )
}

if (import.meta.main)
  for (const [path, content] of exampleFiles()) {
    const url = new URL(path, import.meta.url)
    mkdirSync(dirname(url.pathname), { recursive: true })
    writeFileSync(url, content)
  }
