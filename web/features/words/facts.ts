// Reading a breach's justification: data whose keys each rule documents in its spec. A missing key reads as null.
import type { Breach } from '../../api/types.ts'
import { shortDay } from '../../ui/dates.ts'

type Facts = Breach['justification']

export const numberFact = (facts: Facts, key: string): number | null => {
  const value = facts[key]
  return typeof value === 'number' ? value : null
}

export const textFact = (facts: Facts, key: string): string | null => {
  const value = facts[key]
  return typeof value === 'string' ? value : null
}

export const listFact = (facts: Facts, key: string): string[] => {
  const value = facts[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** An instant in UTC as a short day and time, for facts that know no zone: "1 Mar 07:00 UTC". */
export const instantText = (instant: string): string => `${shortDay(instant.slice(0, 10))} ${instant.slice(11, 16)} UTC`
