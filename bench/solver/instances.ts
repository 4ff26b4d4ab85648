// What is measured: the files of a folder and problems made from a seed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readCurtois } from '../../solver/formats/curtois.ts'
import { readGuards } from '../../solver/formats/guards.ts'
import type { Problem } from '../../solver/model/problem.ts'
import { generateProblem, type ProblemSize } from './generate-problem.ts'

export interface Instance {
  name: string
  family: 'curtois' | 'guards' | 'generated'
  path: string
  /** The checker of the family; null where only the oracle can say. */
  checker: string | null
  bestKnown: number | null
  /** The run gets no larger heap than this: with a free choice Node lets garbage lie that a Worker would collect. */
  heapMegabytesMax: number | null
  problem(): Problem
}

/** Instances of DIR, by family and natural order of names. Throws when it holds none. */
export function instancesIn(folder: string): Instance[] {
  const list = (family: string, ending: string) => {
    const path = join(folder, family)
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(ending)) : []
    return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => join(path, name))
  }
  const checkerOf = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : null)
  const bestKnown = readBestKnown(join(folder, 'curtois', 'best_known.csv'))
  const curtois = list('curtois', '.txt').map((path): Instance => {
    const name = basename(path, '.txt')
    const problem = () => problemIn(readCurtois(readFileSync(path, 'utf8'), name), path)
    const best = bestKnown.get(name.replace(/^\D*/, '')) ?? null
    return {
      name,
      family: 'curtois',
      path,
      checker: checkerOf('verify.py'),
      bestKnown: best,
      heapMegabytesMax: null,
      problem,
    }
  })
  const guards = list('guards', '.json').map((path): Instance => {
    const name = basename(path, '.json')
    const problem = () => problemIn(readGuards(readFileSync(path, 'utf8')), path)
    return {
      name,
      family: 'guards',
      path,
      checker: checkerOf('verify_guards.py'),
      bestKnown: null,
      heapMegabytesMax: null,
      problem,
    }
  })
  if (curtois.length + guards.length === 0)
    throw new Error(`${folder} holds neither curtois/*.txt nor guards/*.json; name the folder of the benchmark`)
  return [...curtois, ...guards]
}

/** Problems of so many shifts must fit a Worker of 128 MB, typed arrays included. */
const wideShifts = 10_000
const wideHeapMegabytes = 96

/** A generated problem, written into `scratch` for the command line to read. */
export function generatedInstance(size: ProblemSize, scratch: string): Instance {
  const problem = generateProblem(size)
  const path = join(scratch, `${problem.name}.json`)
  writeFileSync(path, JSON.stringify(problem))
  const heapMegabytesMax = size.shifts >= wideShifts ? wideHeapMegabytes : null
  const { name } = problem
  return { name, family: 'generated', path, checker: null, bestKnown: null, heapMegabytesMax, problem: () => problem }
}

function problemIn(reading: ReturnType<typeof readCurtois>, path: string): Problem {
  if (reading.kind === 'read') return reading.problem
  throw new Error(`${path}: ${reading.errors[0]?.reason ?? 'unusable'}`)
}

function readBestKnown(path: string): Map<string, number> {
  if (!existsSync(path)) return new Map()
  const rows = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1)
  return new Map(rows.map((row) => row.split(',')).map(([instance, best]) => [instance!, Number(best)]))
}
