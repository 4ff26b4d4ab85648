// The command line of `npm run bench:api`.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const usage = `Usage: npm run bench:api -- [options]

Fills a database of its own with organisations, people and assignments (200, 100,000 and 5,000,000 at scale 1), starts Muster on it on
free ports, and measures the API beside a bare route and the bare SQL in the same run. bench/README.md says how to read it.

  --scale N      share of the full size, 0.001 to 1 (default 1)
  --seconds N    length of each measurement (default 10)
  --rate N       requests a second, sent whether or not earlier ones were answered (default 100)
  --clients N    open sockets for the realtime part (default 1000)
  --data DIR     where the database is kept between runs (default .bench-api in the project)
  --help         this text
`

export interface ApiBenchArguments {
  scale: number
  seconds: number
  rate: number
  clients: number
  dataDir: string
}

/** The options given; null asks for the usage. Throws an Error that names a wrong one. */
export function parseApiBenchArguments(args: readonly string[], folder: string): ApiBenchArguments | null {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean' }, scale: text, seconds: text, rate: text, clients: text, data: text },
  })
  if (values.help) return null
  const number = (name: 'scale' | 'seconds' | 'rate' | 'clients', usual: number, min: number, max: number): number => {
    const value = values[name] === undefined ? usual : Number(values[name])
    if (!(value >= min && value <= max))
      throw new Error(`--${name} must be from ${min} to ${max}, not "${values[name]}"`)
    return value
  }
  return {
    scale: number('scale', 1, 0.001, 1),
    seconds: number('seconds', 10, 1, 600),
    rate: number('rate', 100, 1, 5000),
    clients: number('clients', 1000, 1, 1900),
    dataDir: resolve(folder, values.data ?? '.bench-api'),
  }
}
