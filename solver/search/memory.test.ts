import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { HeldMemory } from '../../bench/solver-held.ts'

const script = fileURLToPath(new URL('../../bench/solver-held.ts', import.meta.url))
/** A Worker has 128 MB for heap and typed arrays together. */
const heapMegabytesMax = 72
const arraysMegabytesMax = 20

it(`solves 10,000 shifts by 1,000 people in a heap of ${heapMegabytesMax} MB, and holds half of it`, {
  timeout: 120_000,
}, () => {
  const limits = [`--max-old-space-size=${heapMegabytesMax - 8}`, '--max-semi-space-size=4', '--expose-gc']
  const output = execFileSync(process.execPath, [...limits, script, '10000', '1000', '50000'], {
    encoding: 'utf8',
    env: { ...process.env, MUSTER_CHECKED: '' },
  })
  const held = JSON.parse(output) as HeldMemory
  expect(held.hard).toBe(0)
  expect(held.arrays).toBeLessThan(arraysMegabytesMax)
  expect(held.heap).toBeLessThan(heapMegabytesMax / 2)
})
