import { describe, expect, it } from 'vitest'
import { SearchSession } from '../search/search.ts'
import type { State } from '../search/state.ts'
import { smallInstance } from '../testkit/small-instance.ts'
import { checkOf } from './checked-mode.ts'
import { openSession } from './open-session.ts'

const problem = smallInstance(5, 6, 14)
const options = { seed: 77, evaluationsMax: 5_000 }

/** A search whose tracker of one rule answers one too much each time it is asked about work on day 3. */
function wrongSession(check: ReturnType<typeof checkOf>, evaluationsMax = options.evaluationsMax): SearchSession {
  const session = new SearchSession(problem, { ...options, evaluationsMax }, check)
  const { state } = session as unknown as { state: State }
  const watched = state.lines.find(({ rule }) => rule === 'max-minutes')!
  const { tracker } = watched
  const right = tracker.evaluate.bind(tracker)
  tracker.evaluate = (change) => right(change) + (change.from <= 3 && change.to > 3 ? 1 : 0)
  return session
}

const finish = (session: { isDone(): boolean; step(evaluations: number): unknown }) => {
  while (!session.isDone()) session.step(1_000)
}

describe('checked mode', () => {
  it('is on in tests', () => {
    expect(process.env.MUSTER_CHECKED).toBe('1')
    expect(checkOf(problem, options)).not.toBeNull()
    expect(checkOf(problem, { ...options, checked: false })).toBeNull()
  })

  it('names rule, move and seed when a tracker is wrong', () => {
    const named =
      /^Rule max-minutes differs from the oracle after move [a-z]+-[a-z]+ with seed 77: kept \{.*\}, oracle \{/
    expect(() => finish(wrongSession(checkOf(problem, { ...options, checked: true })))).toThrow(named)
  })

  it('finds the wrong tracker by its sample as well', () => {
    expect(() => finish(wrongSession(checkOf(problem, options), 100_000))).toThrow(/max-minutes.*seed 77/)
  })

  it('lets a session with right trackers pass', () => {
    expect(() => finish(openSession(problem, { ...options, evaluationsMax: 500, checked: true }))).not.toThrow()
  })
})
