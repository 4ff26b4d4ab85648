// `node bench/solver/generate-family.ts --people 120 --weeks 4 --types 8 --seed 1 --out FILE`: one instance of the benchmark
// family as a file. Sizes of the published ones: 8 to 150 people, 2 to 52 weeks, 1 to 32 types.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { familyInstance } from './family-instance.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { people: text, weeks: text, types: text, seed: text, out: text } })

function whole(name: 'people' | 'weeks' | 'types' | 'seed', from: number, to: number, otherwise?: number): number {
  const value = Number(values[name] ?? otherwise)
  if (Number.isInteger(value) && value >= from && value <= to) return value
  throw new Error(`--${name} must be a whole number from ${from} to ${to}, not "${values[name] ?? ''}"`)
}

const instance = familyInstance({
  people: whole('people', 1, 1000),
  weeks: whole('weeks', 1, 104),
  types: whole('types', 1, 64),
  seed: whole('seed', 0, 999_999_999, 1),
})
if (values.out === undefined) process.stdout.write(instance)
else writeFileSync(values.out, instance)
