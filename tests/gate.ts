// The gate: format and lint (with the arrows between rooms), types, dead code, and a sound dependency tree.
// `npm run gate` runs it alone; `npm test` runs it first.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Step {
  name: string
  command: readonly [string, ...string[]]
  /** Says something when it passes as well. */
  isHeard?: boolean
}

const steps: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'arrows between rooms', command: ['node', 'tests/arrows.ts'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'lock file', command: ['node', 'tests/lock.ts'] },
  { name: 'dependency tree', command: ['npm', 'ls'] },
  { name: 'known holes', command: ['node', 'tests/audit.ts'], isHeard: true },
]

const run = ({ command: [program, ...args] }: Step): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ ok: false, output: `${program} could not be started: ${error.message}` }))
    child.on('exit', (code) => resolve({ ok: code === 0, output }))
  })

/** Runs every step, one after another, printing a line for each and the output of those that fail. */
export const runGate = async (): Promise<{ passed: number; failed: number }> => {
  let passed = 0
  for (const step of steps) {
    const { ok, output } = await run(step)
    console.log(`${ok ? '✓' : '✗'} gate: ${step.name}`)
    if (ok) passed++
    if ((!ok || step.isHeard) && output.trim() !== '') console.log(output.trimEnd())
  }
  return { passed, failed: steps.length - passed }
}

if (import.meta.main) process.exitCode = (await runGate()).failed === 0 ? 0 : 1
