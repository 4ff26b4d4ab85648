import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, messageOf } from './failure.ts'
import { projectRoot } from './project.ts'

export interface StartOptions {
  port: number
  reset: boolean
  help: boolean
  /** Whether the demo organisations are filled the first time. */
  hasDemo: boolean
  dataDir: string
  databaseUrl: string | undefined
  redisUrl: string | undefined
}

const defaultPort = 8787

export const helpText = `npm start [-- OPTION ...]     runs Muster on this machine

  --port N     serve on port N of 127.0.0.1 (default ${defaultPort})
  --reset      delete the data of the embedded database and begin anew
  --no-demo    begin without the demo organisations
  --help       this text

  MUSTER_DATA    folder of everything Muster keeps (default .muster in the project)
  DATABASE_URL   a postgres:// address of an own PostgreSQL 15 or newer, instead of the embedded one
  REDIS_URL      a redis:// address, instead of the embedded one
`

/** Reads the command line and the environment. Errors: Failure naming the argument that is wrong. */
export function readStartOptions(args: string[], env: Record<string, string | undefined>): StartOptions {
  const { port = String(defaultPort), reset = false, help = false, 'no-demo': noDemo = false } = parse(args)
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Failure(`--port ${port} is no port: give a number from 1 to 65535.`)
  }
  const databaseUrl = env.DATABASE_URL || undefined
  if (reset && databaseUrl) {
    throw new Failure(
      '--reset empties the embedded database only: empty the one in DATABASE_URL yourself, or unset it.',
    )
  }
  return {
    port: Number(port),
    reset,
    help,
    hasDemo: !noDemo,
    dataDir: resolve(env.MUSTER_DATA || join(projectRoot, '.muster')),
    databaseUrl,
    redisUrl: env.REDIS_URL || undefined,
  }
}

function parse(args: string[]): { port?: string; reset?: boolean; help?: boolean; 'no-demo'?: boolean } {
  try {
    const options = {
      port: { type: 'string' },
      reset: { type: 'boolean' },
      'no-demo': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch (error) {
    throw new Failure(
      `${messageOf(error).split('\n')[0]?.replace(/\.$/, '')}: npm start -- --help lists what there is.`,
    )
  }
}
