import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort, isPortFree } from './free-port.ts'
import { projectRoot } from './project.ts'
import { temporaryData } from './temporary-data.ts'

const { dataDir, remove } = temporaryData()
afterAll(remove)

/** `npm start` without npm, as a process of its own. */
function start(port: number, ...args: string[]) {
  const script = join(projectRoot, 'local', 'bootstrap.mjs')
  const { CI: _withheld, ...env } = process.env
  const child = spawn(process.execPath, [script, 'local/start.ts', '--no-demo', '--port', String(port), ...args], {
    cwd: projectRoot,
    env: { ...env, MUSTER_DATA: dataDir },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += String(chunk)
    })
  }
  const until = async (text: string) => {
    while (!said.includes(text)) {
      if (child.exitCode !== null) throw new Error(`It ended without "${text}":\n${said}`)
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    }
  }
  return { child, until, said: () => said }
}

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null) await once(child, 'exit')
  return child.exitCode
}

test('npm start serves page and API, refuses a second instance in one sentence, and stops cleanly', async () => {
  const port = await freePort()
  const first = start(port)
  await first.until(`Muster runs at http://127.0.0.1:${port}`)
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<div id="root"')
  expect((await fetch(`http://127.0.0.1:${port}/api/openapi.json`)).status).toBe(200)

  const second = start(await freePort())
  expect(await ended(second.child)).toBe(1)
  expect(second.said()).toMatch(new RegExp(`already runs on ${dataDir} .*http://127.0.0.1:${port}`))
  const third = start(port, '--reset')
  expect(await ended(third.child)).toBe(1)
  expect(third.said()).toMatch(/stop it before you reset/)
  for (const { said } of [second, third]) expect(said()).not.toMatch(/^\s+at /m)

  first.child.kill('SIGINT')
  expect(await ended(first.child)).toBe(0)
  expect(await isPortFree(port)).toBe(true)
}, 120_000)

test('a bootstrap that is killed takes everything with it', async () => {
  const port = await freePort()
  const { child, until } = start(port)
  await until('Muster runs at')
  child.kill('SIGKILL')
  for (let tries = 0; tries < 200 && !(await isPortFree(port)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(await isPortFree(port)).toBe(true)
}, 120_000)
