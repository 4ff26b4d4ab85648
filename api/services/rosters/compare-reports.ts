// Two judgements of a roster beside each other, also where its shifts have changed between them. Pure.
import { compareBreaches } from '../../../solver/index.ts'
import type { Breach, Score, ScoreReport } from '../../../solver/model/outcome.ts'

export type Compared = { delta: Score; added: Breach[]; removed: Breach[] }

/** What only the second says (`added`), what only the first said (`removed`), and the difference of their scores. */
export const compareReports = (before: ScoreReport, after: ScoreReport): Compared => {
  const [old, now] = [before, after].map(({ breaches }) => Map.groupBy(breaches, ({ rule }) => rule))
  const added: Breach[] = []
  const removed: Breach[] = []
  for (const rule of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]))
    compareBreaches(old?.get(rule) ?? [], now?.get(rule) ?? [], removed, added)
  const [was, is] = [before.score, after.score]
  return {
    delta: { hard: is.hard - was.hard, medium: is.medium - was.medium, soft: is.soft - was.soft },
    added,
    removed,
  }
}
