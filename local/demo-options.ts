import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ExampleName } from './example-import.ts'
import { Failure, messageOf } from './failure.ts'

export interface DemoRunOptions {
  /** Folder for the files; made when it is missing. */
  outDir: string
  example: ExampleName
  /** Search time of the run. */
  seconds: number
  seed: number
  help: boolean
}

const exampleNames: readonly ExampleName[] = ['security', 'hospital']

export const demoHelpText = `npm run demo -- --out DIR [OPTION ...]     the main job without a browser

Starts Muster on free ports with data of its own, imports an example, generates a roster, accepts and publishes it, and writes
roster.csv, roster.ics, roster.html and summary.json to DIR. Ends with 0 when the roster is published.

  --out DIR        folder for the files
  --example NAME   ${exampleNames.join(' or ')} (default ${exampleNames[0]})
  --seconds N      search time, 1 to 600 (default 10)
  --seed N         a whole number (default 1)
  --help           this text
`

/** Reads the command line; paths are meant from `folder`. Errors: Failure naming the argument that is wrong. */
export function readDemoOptions(args: string[], folder: string): DemoRunOptions {
  const { out, example = 'security', seconds = '10', seed = '1', help = false } = parse(args)
  const known = exampleNames.find((name) => name === example)
  if (!known) throw new Failure(`--example ${example} is no example: give ${exampleNames.join(' or ')}.`)
  if (!/^\d+$/.test(seconds) || Number(seconds) < 1 || Number(seconds) > 600)
    throw new Failure(`--seconds ${seconds} is no search time: give a whole number from 1 to 600.`)
  if (!/^\d{1,9}$/.test(seed)) throw new Failure(`--seed ${seed} is no seed: give a whole number from 0 to 999999999.`)
  if (!help && !out) throw new Failure('--out is missing: name the folder for the files, like --out demo-files.')
  return { outDir: resolve(folder, out ?? '.'), example: known, seconds: Number(seconds), seed: Number(seed), help }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = {
      out: text,
      example: text,
      seconds: text,
      seed: text,
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch (error) {
    throw new Failure(
      `${messageOf(error).split('\n')[0]?.replace(/\.$/, '')}: npm run demo -- --help lists what there is.`,
    )
  }
}
