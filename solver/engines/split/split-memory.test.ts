import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

const megabyte = 2 ** 20

/** Bytes that opening and searching the largest part of a problem takes, counted in a process of its own. */
function largestPartBytes(size: { shifts: number; people: number; weeks: number; seed: number }): number {
  const script = `
    import { generateProblem } from './bench/solver/generate-problem.ts'
    import { openSession, partCellsMax, splitProblem } from './solver/index.ts'
    const cells = ({ employees, shifts }) => employees.length * shifts.length
    let parts = splitProblem(generateProblem(${JSON.stringify(size)}), { cellsMax: partCellsMax })
    let text = JSON.stringify(parts.sort((a, b) => cells(b) - cells(a))[0])
    parts = null
    const used = () => { gc(); const { heapUsed, arrayBuffers } = process.memoryUsage(); return heapUsed + arrayBuffers }
    const before = used()
    const part = JSON.parse(text)
    const session = openSession(part, { seed: 1, evaluationsMax: 20_000, engine: 'search', checked: false })
    session.step(20_000)
    console.log(used() - before, session.bestScore().hard)
  `
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  )
  return Number(output.split(' ')[0])
}

it('a part of 10,000 shifts and 1,000 people fits an isolate of 128 MB with half of it to spare', () => {
  expect(largestPartBytes({ shifts: 10_000, people: 1000, weeks: 4, seed: 1 })).toBeLessThan(64 * megabyte)
}, 120_000)
