// `node bench/solver/generate-guards.ts --people 40 --sites 10 --days 10 --seed 1 --out FILE`: one guards problem as a file.
// Sizes of the published ones: 34 to 420 people, 10 to 36 sites, 10 to 28 days (two shifts a site and day).
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { guardsInstance } from './guards-instance.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { people: text, sites: text, days: text, seed: text, out: text } })

function whole(name: 'people' | 'sites' | 'days' | 'seed', to: number, otherwise?: number): number {
  const value = Number(values[name] ?? otherwise)
  if (Number.isInteger(value) && value >= 1 && value <= to) return value
  throw new Error(`--${name} must be a whole number from 1 to ${to}, not "${values[name] ?? ''}"`)
}

const instance = guardsInstance({
  people: whole('people', 999),
  sites: whole('sites', 99),
  days: whole('days', 366),
  seed: whole('seed', 999_999_999, 1),
})
const written = JSON.stringify(instance)
if (values.out === undefined) process.stdout.write(written)
else writeFileSync(values.out, written)
