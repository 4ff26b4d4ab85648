// Why the server refused a hand edit, in words: the rules' reasons when it sent breaches, else its own message.
import { ApiError } from '../../api/request.ts'
import type { Breach, RosterGrid } from '../../api/types.ts'
import { breachSentence } from '../words/breach-sentence.ts'
import { namesOf } from '../words/names.ts'

const linesMax = 4

const isBreach = (value: unknown): value is Breach =>
  typeof value === 'object' && value !== null && 'rule' in value && 'level' in value && 'justification' in value

/** The breaches an error carries, wherever in its details they stand. */
const breachesOf = (details: unknown): Breach[] => {
  if (Array.isArray(details)) return details.filter(isBreach)
  if (typeof details !== 'object' || details === null) return []
  return Object.values(details).flatMap((value) => (Array.isArray(value) ? value.filter(isBreach) : []))
}

/** One sentence a line, hard rules first. */
export const refusalText = (error: unknown, grid: RosterGrid | undefined): string => {
  const breaches = error instanceof ApiError ? breachesOf(error.details) : []
  const isWarning = error instanceof ApiError && error.code === 'reason_required'
  const hard = breaches.filter((breach) => isWarning || breach.level === 'hard')
  if (!grid || hard.length === 0) return error instanceof Error ? error.message : String(error)
  const names = namesOf(grid)
  const lines = hard.slice(0, linesMax).map((breach) => breachSentence(breach, names))
  if (hard.length > linesMax) lines.push(`And ${hard.length - linesMax} more.`)
  return lines.join('\n')
}
