import { describe, expect, it } from 'vitest'
import { secondsToNear } from './growth.ts'

const run = (cpuSeconds: number, soft: number, medium = 0) => ({ cpuSeconds, score: { hard: 0, medium, soft } })

describe('time to near', () => {
  it('lies between the budgets around one percent, by logarithms', () => {
    // Gaps 4 %, 0.25 %, 0: one percent is halfway between the first two in logarithms.
    expect(secondsToNear([run(1, 10_400), run(4, 10_025), run(8, 10_000)])).toBeCloseTo(2, 10)
  })

  it('is that of the shortest run where this one is near enough', () => {
    expect(secondsToNear([run(1, 1005), run(2, 1000)])).toBe(1)
  })

  it('takes no run for near that leaves more heads open', () => {
    expect(secondsToNear([run(1, 900, 3), run(2, 1001), run(4, 1000)])).toBe(2)
  })
})
