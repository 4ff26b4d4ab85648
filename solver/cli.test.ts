import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateProblem } from '../bench/solver/generate-problem.ts'
import { smallCurtois, smallGuards, smallProblem } from './formats/fixtures.ts'

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
const examples = fileURLToPath(new URL('../examples', import.meta.url))
const allRules = { ...smallProblem, rules: [{ rule: 'no-overlap' }, { rule: 'unavailable' }, { rule: 'min-cover' }] }
const texts = {
  'small.txt': smallCurtois,
  'guards.json': JSON.stringify(smallGuards, null, 2),
  'muster.json': JSON.stringify(allRules, null, 2),
}
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-cli-'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH: process.env.PATH } })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => {
      stdout += data
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

const budget = ['--evaluations', '20000']
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe('the command line', { timeout: 60_000 }, () => {
  it('solves an instance of each format and writes the roster in the form its checker wants', async () => {
    const curtois = await run('small.txt', ...budget, '--out', 'curtois.out')
    expect(curtois).toMatchObject({ code: 0 })
    const line = JSON.parse(curtois.stdout)
    expect(line).toMatchObject({ hard: 0, medium: 0, cost: line.soft, engine: expect.any(String) })
    expect(Object.keys(line)).toEqual(expect.arrayContaining(['evaluations', 'seconds']))
    expect(read('curtois.out')).toMatchObject({ cost: line.cost, assignments: expect.any(Array) })
    expect(Object.keys(read('curtois.out').assignments[0])).toEqual(['employee', 'day', 'shift'])

    const guards = await run('guards.json', ...budget, '--out', 'guards.out')
    expect(JSON.parse(guards.stdout)).toMatchObject({ hard: 0, uncovered: expect.any(Number) })
    expect(Object.keys(read('guards.out').assignments[0])).toEqual(['employee', 'shift'])

    const muster = await run('muster.json', ...budget, '--out', 'muster.out')
    expect(JSON.parse(muster.stdout)).toMatchObject({ hard: 0, medium: 0 })
    expect(read('muster.out')).toMatchObject({ format: 'muster-roster/1', open: [] })
    expect(read('muster.out').assignments[0]).toMatchObject({ shiftName: 'Night', localEnd: '2027-03-28T06:00' })
  })

  it('prints exactly one line on standard output and progress on standard error', async () => {
    const { stdout, stderr } = await run('small.txt', '--seconds', '0.2')
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain('evaluations')
  })

  it('gives the same roster for the same seed and evaluations', async () => {
    await run('small.txt', ...budget, '--seed', '5', '--out', 'a.out')
    await run('small.txt', ...budget, '--seed', '5', '--out', 'b.out')
    expect(readFileSync(join(folder, 'a.out'))).toEqual(readFileSync(join(folder, 'b.out')))
  })

  it('splits a large problem among threads, joins and polishes it, to the same roster however many threads there are', async () => {
    const large = generateProblem({ shifts: 1700, people: 360, weeks: 2, seed: 1 })
    writeFileSync(join(folder, 'large.json'), JSON.stringify(large))
    const ended = await Promise.all(
      ['2', '3'].map((threads) =>
        run('large.json', ...budget, '--engine', 'search', '--threads', threads, '--out', `${threads}.out`),
      ),
    )
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    expect(read('2.out').assignments.length).toBeGreaterThan(300)
    expect(read('2.out')).toEqual(read('3.out'))
  })

  it('takes a folder of CSV files as well', async () => {
    const { code, stdout } = await run(join(examples, 'security'), ...budget)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ hard: 0 })
  })

  it('ends with status 2 and the wrong line for unusable input', async () => {
    const broken: Record<string, [string, string]> = {
      'broken.txt': [smallCurtois.replace('E,480,', 'E,long,'), 'broken.txt: line 6: the length in minutes'],
      'broken.json': [texts['guards.json'].replace('"timeZone": "', '"timeZone": "X'), 'broken.json: line 3: timeZone'],
      'cut.json': [texts['muster.json'].slice(0, -20), 'cut.json: line '],
      'wrong.json': [texts['muster.json'].replace('"days": 3', '"days": 0'), 'wrong.json: line 6: period.days'],
      'empty.json': ['', 'empty.json: line 1: the file is empty'],
    }
    for (const [name, [text, message]] of Object.entries(broken)) {
      writeFileSync(join(folder, name), text)
      const { code, stdout, stderr } = await run(name)
      expect({ code, stdout }, name).toEqual({ code: 2, stdout: '' })
      expect(stderr, name).toContain(message)
      expect(stderr, name).not.toContain('    at ')
    }
  })

  it('ends with status 2 and one sentence for options and files that do not exist', async () => {
    for (const [args, message] of [
      [['nowhere.txt'], 'nowhere.txt: there is no such file'],
      [['small.txt', '--seconds', 'soon'], '--seconds must be a number of seconds'],
      [['small.txt', '--engine', 'steam'], '--engine must be one of auto, search, milp, assignment'],
      [['small.txt', '--colour'], '--colour'],
      [[], 'no FILE is given'],
    ] as const) {
      const { code, stdout, stderr } = await run(...args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(message)
    }
  })

  it('shows its options', async () => {
    const { code, stdout } = await run('--help')
    expect(code).toBe(0)
    for (const option of ['--format', '--seconds', '--evaluations', '--seed', '--engine', '--out'])
      expect(stdout).toContain(option)
  })

  it('says why a roster cannot be written', async () => {
    const { code, stderr } = await run('small.txt', ...budget, '--out', join('nowhere', 'r.json'))
    expect(code).toBe(1)
    expect(stderr).toContain('cannot be written')
  })
})
