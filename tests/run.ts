// `npm test [-- FILTER]`: the gate, then every test; ends with one line `N passed, N failed`. Each step of the gate counts as
// a test. Programs of the machine that tests can use besides the embedded servers must be there when CI=true.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runGate } from './gate.ts'
import { findMachinePrograms } from './machine.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  numPendingTests: number
}

const runVitest = async (args: readonly string[]): Promise<VitestReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-report-'))
  const file = join(folder, 'report.json')
  const code = await new Promise<number>((resolve) => {
    const child = spawn(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    )
    child.on('exit', (status) => resolve(status ?? 1))
  })
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as VitestReport,
    () => ({ numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 1, numPendingTests: 0 }),
  )
  await rm(folder, { recursive: true })
  // A file that cannot be loaded, or an error outside any test, fails the run without failing a test.
  if (code !== 0 && report.numFailedTests === 0) report.numFailedTests = Math.max(1, report.numFailedTestSuites)
  return report
}

const checkMachine = (): number => {
  const missing = Object.entries(findMachinePrograms()).filter(([, path]) => path === null)
  for (const [name] of missing)
    console.log(
      process.env.CI
        ? `✗ machine: ${name} is missing; .ci/run installs it`
        : `- machine: no ${name} here, its tests are skipped`,
    )
  return process.env.CI ? missing.length : 0
}

const filters = process.argv.slice(2)
const gate = await runGate()
const machineFailures = checkMachine()
const tests = await runVitest(filters)
const failed = gate.failed + machineFailures + tests.numFailedTests
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : ''
console.log(`${gate.passed + tests.numPassedTests} passed, ${failed} failed${skipped}`)
process.exitCode = failed === 0 ? 0 : 1
