import { describe, expect, it } from 'vitest'
import { HeatProfile } from './heat-profile.ts'

const hot = 1000
const cold = 1

/** A cycle whose guide is what `valueAt` says of the part of it that is over. */
function startOf(valueAt: (part: number) => number): number {
  const profile = new HeatProfile(null)
  for (let step = 0; step < 400; step++) profile.record(step / 400, valueAt(step / 400))
  return profile.startTemperature(hot, cold)
}

/** High while hot, falling from the middle on. */
const plain = (part: number) => (part < 0.5 ? 100 : 200 * (1 - part))

describe('where cooling begins', () => {
  it('is near the end of the fall, a little above', () => {
    const start = startOf(plain)
    expect(start).toBeLessThan(hot * (cold / hot) ** 0.6)
    expect(start).toBeGreaterThan(hot * (cold / hot) ** 0.9)
  })

  it('is the same for a first roster that was good before heat undid it', () => {
    expect(startOf((part) => (part < 0.2 ? 20 : plain(part)))).toBe(startOf(plain))
    expect(startOf((part) => (part < 0.2 ? -20 : plain(part)))).toBe(startOf(plain))
  })

  it('is the hottest where nothing fell', () => {
    expect(startOf(() => 7)).toBe(hot)
  })
})
