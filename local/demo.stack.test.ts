import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from './project.ts'

// The demo keeps its data below TMPDIR: what it leaves behind can be seen there.
const temporary = mkdtempSync(join(tmpdir(), 'muster-demo-'))
const out = mkdtempSync(join(tmpdir(), 'muster-demo-out-'))
chmodSync(temporary, 0o711)
afterAll(() => {
  for (const folder of [temporary, out]) rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** `npm run demo` without npm; `onSaid` hears everything that was said so far. */
function demo(args: string[], onSaid: (said: string, pid: number) => void = () => undefined): Promise<Ended> {
  const script = join(projectRoot, 'local', 'bootstrap.mjs')
  const { CI: _withheld, ...env } = process.env
  const child = spawn(process.execPath, [script, 'local/demo.ts', ...args], {
    cwd: projectRoot,
    env: { ...env, TMPDIR: temporary },
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => {
      said[stream] += String(chunk)
      onSaid(said.stderr, child.pid ?? 0)
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

test('the demo publishes a roster without broken hard rules, writes its files and leaves nothing behind', async () => {
  const { code, stdout, stderr } = await demo(['--out', out, '--seconds', '3'])
  expect(code, stderr).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['roster.csv', 'roster.html', 'roster.ics', 'summary.json'])
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))
  expect(JSON.parse(stdout)).toEqual(summary)
  expect(Object.keys(summary)).toEqual(['shifts', 'assigned', 'hard', 'medium', 'soft', 'seconds'])
  expect(summary).toMatchObject({ shifts: 200, hard: 0 })
  const read = (name: string) => readFileSync(join(out, name), 'utf8')
  expect(read('roster.csv').trimEnd().split('\r\n')).toHaveLength(summary.assigned + 1)
  expect(read('roster.ics').match(/BEGIN:VEVENT/g)).toHaveLength(summary.assigned)
  expect(read('roster.html')).toContain('Open shifts')
  expect(readdirSync(temporary)).toEqual([])
}, 120_000)

test('an interrupted demo, starting or running, stops everything it started', async () => {
  for (const moment of ['Applying migrations', 'Generating the roster']) {
    let isSent = false
    const { code, stderr } = await demo(['--out', out, '--seconds', '30'], (said, pid) => {
      if (isSent || !said.includes(moment)) return
      isSent = true
      process.kill(pid, 'SIGINT')
    })
    expect(code, stderr).toBe(130)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(readdirSync(temporary)).toEqual([])
  }
}, 120_000)

test('a wrong option is told in one sentence', async () => {
  for (const [args, sentence] of [
    [[], '--out is missing'],
    [['--out', out, '--example', 'hotel'], '--example hotel is no example'],
    [['--out', out, '--seconds', 'many'], '--seconds many is no search time'],
    [['--out', join(projectRoot, 'package.json', 'x')], 'cannot be written'],
  ] as const) {
    const { code, stderr } = await demo([...args])
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(sentence)
  }
})
