// The command line of `npm run bench:solver`.
import { parseArgs } from 'node:util'
import type { Clock } from '../../solver/cli/arguments.ts'
import type { Engine } from '../../solver/model/outcome.ts'

export const usage = `Usage: npm run bench:solver -- [DIR] [options]

Runs the engine on every instance of DIR (curtois/*.txt with best_known.csv, guards/*.json) and on generated problems, each
as a process of its own, has every cost checked, and prints the table of goals. bench/README.md says how to read it.

  --seconds N        never run longer than N seconds an instance (goals that ask for more are then only met early)
  --only NAME        only the instance NAME, or with a hyphen or a letter at its end all that contain it (several by comma)
  --engines a,b      compare engines at equal time; the first one is judged by the goals (default auto)
  --seed N           default 1
  --clock wall|cpu   what seconds are; cpu counts the engine's own thread, for a machine that is shared (default wall)
  --long             also the runs of ten minutes
  --parts a,b        of files, generated, micro, growth (default all)
  --help             this text
`

const partNames = ['files', 'generated', 'micro', 'growth'] as const
type Part = (typeof partNames)[number]
const engineNames: readonly Engine[] = ['auto', 'search', 'milp', 'assignment']

export interface BenchArguments {
  folder: string | null
  secondsMax: number
  only: readonly string[]
  engines: readonly Engine[]
  seed: number
  clock: Clock
  isLong: boolean
  parts: readonly Part[]
}

/** The options given; null asks for the usage. Throws an Error that names a wrong one. */
export function parseBenchArguments(args: readonly string[]): BenchArguments | null {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      long: { type: 'boolean' },
      seconds: text,
      only: text,
      engines: text,
      seed: text,
      clock: text,
      parts: text,
    },
  })
  if (values.help) return null
  if (positionals.length > 1) throw new Error(`only one DIR is possible; "${positionals[1]}" is a second one`)
  return {
    folder: positionals[0] ?? null,
    secondsMax: wholeOf('seconds', values.seconds) ?? Number.POSITIVE_INFINITY,
    only: values.only?.split(',') ?? [],
    engines: listOf('engines', values.engines ?? 'auto', engineNames),
    seed: wholeOf('seed', values.seed) ?? 1,
    clock: listOf('clock', values.clock ?? 'wall', ['wall', 'cpu'] as const)[0]!,
    isLong: values.long ?? false,
    parts: listOf('parts', values.parts ?? partNames.join(','), partNames),
  }
}

function wholeOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} must be a whole number above 0, not "${text}"`)
  return Number(text)
}

function listOf<Name extends string>(option: string, text: string, known: readonly Name[]): Name[] {
  return text.split(',').map((name) => {
    const found = known.find((one) => one === name)
    if (!found) throw new Error(`--${option} may name ${known.join(', ')}, not "${name}"`)
    return found
  })
}
