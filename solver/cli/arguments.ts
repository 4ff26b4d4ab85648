// The command line of `npm run solve`.
import { parseArgs } from 'node:util'
import { type ProblemFormat, problemFormats } from '../formats/detect-format.ts'
import type { Engine } from '../model/outcome.ts'

export const usage = `Usage: npm run --silent solve -- FILE [options]

Solves a problem without a server. FILE is a problem in Muster's JSON (solver/formats/muster-problem.schema.json), a
Curtois/Qu instance, a guards problem, or a folder of CSV files like examples/security.

  --format NAME       ${problemFormats.join(', ')}; by content when not given
  --seconds N         time to search (default 10, unless --evaluations is given)
  --evaluations N     exact budget: the same problem, seed and evaluations give the same roster
  --seed N            a whole number (default 1)
  --engine NAME       auto, search, milp or assignment (default auto)
  --clock NAME        wall or cpu: what --seconds counts; cpu counts this thread's own time, for a machine that is shared
  --threads N         1 to 64 (default 1): a problem too large for one Worker is split, solved in threads, joined and polished
  --out FILE          write the roster as JSON
  --help              this text

Progress goes to standard error. Standard output gets one line of JSON:
{"cost":…,"hard":…,"medium":…,"soft":…,"evaluations":…,"seconds":…,"engine":…}
Exit status: 0 done, 1 the roster could not be written, 2 unusable input or options, 130 interrupted (best so far is written).
`

export interface SolveArguments {
  file: string
  format?: ProblemFormat
  /** Absent when only evaluations bound the search. */
  seconds?: number
  evaluationsMax?: number
  seed: number
  engine: Engine
  clock: Clock
  threads: number
  out?: string
}

const clocks = ['wall', 'cpu'] as const
/** What seconds are: those of the wall, or those this thread was at work. */
export type Clock = (typeof clocks)[number]

const engines: readonly Engine[] = ['auto', 'search', 'milp', 'assignment']

/** The options that were given, or the one that is wrong. */
export type ParsedArguments =
  | { kind: 'help' }
  | { kind: 'solve'; arguments: SolveArguments }
  | { kind: 'wrong'; reason: string }

/** Parses what follows the program's name. Never throws for wrong options. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        format: text,
        seconds: text,
        evaluations: text,
        seed: text,
        engine: text,
        clock: text,
        threads: text,
        out: text,
      },
    })
    if (values.help) return { kind: 'help' }
    return { kind: 'solve', arguments: readValues(values, positionals) }
  } catch (error) {
    if (error instanceof WrongOption || (error instanceof TypeError && 'code' in error))
      return { kind: 'wrong', reason: error.message.split('\n')[0] ?? '' }
    throw error
  }
}

class WrongOption extends Error {}

function readValues(values: Record<string, string | boolean | undefined>, positionals: string[]): SolveArguments {
  const [file, ...rest] = positionals
  if (file === undefined) throw new WrongOption('no FILE is given')
  if (rest.length > 0) throw new WrongOption(`only one FILE is possible; "${rest[0]}" is a second one`)
  const number = (name: string, pattern: RegExp, what: string) => {
    const text = values[name]
    if (text === undefined) return undefined
    if (typeof text !== 'string' || !pattern.test(text))
      throw new WrongOption(`--${name} must be ${what}, not "${text}"`)
    return Number(text)
  }
  const choice = <Value extends string>(name: string, choices: readonly Value[]) => {
    const text = values[name]
    const found = choices.find((value) => value === text)
    if (text !== undefined && !found)
      throw new WrongOption(`--${name} must be one of ${choices.join(', ')}, not "${text}"`)
    return found
  }
  const evaluationsMax = number('evaluations', /^[1-9]\d{0,14}$/, 'a whole number above 0')
  const seconds = number('seconds', /^(?=.*[1-9])\d{1,6}(\.\d{1,3})?$/, 'a number of seconds above 0')
  const format = choice('format', problemFormats)
  return {
    file,
    seed: number('seed', /^\d{1,9}$/, 'a whole number from 0 to 999999999') ?? 1,
    engine: choice('engine', engines) ?? 'auto',
    clock: choice('clock', clocks) ?? 'wall',
    threads: number('threads', /^([1-9]|[1-5]\d|6[0-4])$/, 'a whole number from 1 to 64') ?? 1,
    ...(format && { format }),
    ...(typeof values.out === 'string' && { out: values.out }),
    ...(evaluationsMax !== undefined && { evaluationsMax }),
    ...(seconds !== undefined ? { seconds } : evaluationsMax === undefined ? { seconds: 10 } : {}),
  }
}
