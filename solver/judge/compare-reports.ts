// Two judgements of a roster beside each other, also where its shifts have changed between them.
import type { Breach, ScoreReport } from '../model/outcome.ts'
import { subtractScores } from '../score/compare-scores.ts'
import type { ChangeReport } from './check-change.ts'
import { compareBreaches } from './compare-breaches.ts'

/** What only the second says (`added`), what only the first said (`removed`), and the difference of their scores. */
export function compareReports(before: ScoreReport, after: ScoreReport): ChangeReport {
  const [old, now] = [before, after].map(({ breaches }) => Map.groupBy(breaches, ({ rule }) => rule))
  const added: Breach[] = []
  const removed: Breach[] = []
  for (const rule of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]))
    compareBreaches(old?.get(rule) ?? [], now?.get(rule) ?? [], removed, added)
  return { delta: subtractScores(after.score, before.score), added, removed }
}
