// Rules about how many people a shift has.
import { countText } from '../../ui/numbers.ts'
import type { Sentence } from './breach-sentence.ts'
import { numberFact } from './facts.ts'
import type { Names } from './names.ts'

const which = (names: Names, shifts: readonly string[]): string => (shifts[0] ? names.shift(shifts[0]) : 'A shift')

const minCover: Sentence = ({ shifts, size, justification }, names) => {
  const needed = numberFact(justification, 'needed')
  const missing = numberFact(justification, 'missing') ?? size
  const of = needed === null ? '' : ` of ${needed}`
  return `${which(names, shifts)} lacks ${countText(missing, 'person', 'people')}${of}.`
}

const targetCover: Sentence = ({ shifts, justification }, names) => {
  const target = numberFact(justification, 'target')
  const heads = numberFact(justification, 'heads')
  return target === null || heads === null
    ? `${which(names, shifts)} has fewer people than wanted.`
    : `${which(names, shifts)} has ${countText(heads, 'person', 'people')}; ${target} are wanted.`
}

const overCover: Sentence = ({ shifts, justification }, names) => {
  const wanted = numberFact(justification, 'wanted')
  const heads = numberFact(justification, 'heads')
  return wanted === null || heads === null
    ? `${which(names, shifts)} has more people than wanted.`
    : `${which(names, shifts)} has ${countText(heads, 'person', 'people')}; ${wanted} would do.`
}

const maxHeadCount: Sentence = ({ shifts, size, justification }, names) => {
  const heads = numberFact(justification, 'heads')
  const limit = numberFact(justification, 'limit')
  return heads === null || limit === null
    ? `${which(names, shifts)} has ${countText(size, 'person', 'people')} too many.`
    : `${which(names, shifts)} has ${countText(heads, 'person', 'people')}; it may hold at most ${limit}.`
}

export const coverSentences: Readonly<Record<string, Sentence>> = {
  'min-cover': minCover,
  'target-cover': targetCover,
  'over-cover': overCover,
  'max-head-count': maxHeadCount,
}
