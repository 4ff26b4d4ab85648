// When a skill that needs a certification counts. Pure.
import { addDays, earlierOf, laterOf } from './local-time.ts'

/** First and last local day; null is open. */
export interface DaySpan {
  validFrom: string | null
  validUntil: string | null
}

/** Days on which a paper holds; `expiresOn` is the last one, null for one that never ends. */
export interface Paper {
  validFrom: string
  expiresOn: string | null
}

/**
 * The parts of `held` that at least one of the papers covers, in order and apart from each other: papers that overlap or touch
 * count as one.
 */
export const certifiedSpans = (held: DaySpan, papers: readonly Paper[]): DaySpan[] => {
  const spans: { validFrom: string; validUntil: string | null }[] = []
  for (const paper of [...papers].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const last = spans.at(-1)
    if (last !== undefined && (last.validUntil === null || paper.validFrom <= addDays(last.validUntil, 1))) {
      const isLonger = last.validUntil !== null && (paper.expiresOn === null || paper.expiresOn > last.validUntil)
      if (isLonger) last.validUntil = paper.expiresOn
    } else spans.push({ validFrom: paper.validFrom, validUntil: paper.expiresOn })
  }
  return spans
    .map(({ validFrom, validUntil }) => ({
      validFrom: laterOf(validFrom, held.validFrom),
      validUntil: held.validUntil === null ? validUntil : earlierOf(held.validUntil, validUntil),
    }))
    .filter(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom)
}
