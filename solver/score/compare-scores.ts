import type { Breach, Score } from '../model/outcome.ts'

/** Negative when `a` is better (lower), positive when `b` is, zero when equal: hard first, then medium, then soft. */
export function compareScores(a: Score, b: Score): number {
  return a.hard - b.hard || a.medium - b.medium || a.soft - b.soft
}

/** The sum of penalties, level by level. */
export function scoreOf(breaches: readonly Breach[]): Score {
  const score = { hard: 0, medium: 0, soft: 0 }
  for (const breach of breaches) score[breach.level] += breach.penalty
  return score
}

export function subtractScores(a: Score, b: Score): Score {
  return { hard: a.hard - b.hard, medium: a.medium - b.medium, soft: a.soft - b.soft }
}
