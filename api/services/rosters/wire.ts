// Values of the engine and rows of the database as the wire says them.
import type * as z from 'zod'
import type { Breach, KeyFigures, Score, UnfilledShift } from '../../../solver/model/outcome.ts'
import type { Permissions } from '../../contract/permissions.ts'
import type {
  breachSchema,
  keyFiguresSchema,
  rosterSchema,
  scoreSchema,
  unfilledSchema,
} from '../../contract/rostering.ts'
import type { RosterRow } from './planning-rows.ts'

export type RosterWire = z.output<typeof rosterSchema>
export type BreachWire = z.output<typeof breachSchema>
export type KeyFiguresWire = z.output<typeof keyFiguresSchema>
export type UnfilledWire = z.output<typeof unfilledSchema>
export type ScoreWire = z.output<typeof scoreSchema>

/** Rules whose breaches state money; readers without `costs:read` never see them. */
const costRules: ReadonlySet<string> = new Set(['labour-cost', 'budget'])

/** Whether somebody may read what a rule says. */
export const mayRead = (rule: string, permissions: Permissions): boolean =>
  permissions.has('costs:read') || !costRules.has(rule)

/** A roster's record. */
export const toRosterWire = (row: RosterRow): RosterWire => ({
  id: row.id,
  name: row.name,
  start: row.start,
  days: row.days,
  zone: row.zone,
  state: row.state,
  siteIds: [...row.siteIds],
  publishedAt: row.publishedAt?.toISOString() ?? null,
  publishAt: row.publishAt?.toISOString() ?? null,
  version: row.version,
})

type Judged = { score: Score; breaches: readonly Breach[]; removed?: readonly Breach[] }

/**
 * A score, or a difference of two with the breaches it added and removed. Without `costs:read` the rules about money do not count
 * in it: the soft sum would say what everybody is paid.
 */
export const toScoreWire = ({ score, breaches, removed = [] }: Judged, permissions: Permissions): ScoreWire => {
  const shown = { hard: score.hard, medium: score.medium, soft: score.soft }
  const hidden = (list: readonly Breach[]) => list.filter(({ rule }) => !mayRead(rule, permissions))
  for (const { level, penalty } of hidden(breaches)) shown[level] -= penalty
  for (const { level, penalty } of hidden(removed)) shown[level] += penalty
  return shown
}

/** Breaches somebody may read: those about money need `costs:read`, all of them (they name people's absences) `people:read`. */
export const toBreachesWire = (breaches: readonly Breach[], permissions: Permissions): BreachWire[] => {
  if (!permissions.has('people:read')) return []
  return breaches
    .filter((breach) => mayRead(breach.rule, permissions))
    .map((breach) => ({
      rule: breach.rule,
      level: breach.level,
      size: breach.size,
      penalty: breach.penalty,
      employees: [...breach.employees],
      shifts: [...breach.shifts],
      justification: { ...breach.justification },
    }))
}

export const toKeyFiguresWire = ({ costMinor, ...figures }: KeyFigures, permissions: Permissions): KeyFiguresWire => ({
  ...figures,
  ...(costMinor !== undefined && permissions.has('costs:read') && { costMinor }),
})

export const toUnfilledWire = (shift: UnfilledShift, permissions: Permissions): UnfilledWire => ({
  shift: shift.shift,
  missingHeads: shift.missingHeads,
  candidates: shift.candidates.map((candidate) => ({
    employee: candidate.employee,
    added: toBreachesWire(candidate.added, permissions),
    delta: toScoreWire({ score: candidate.delta, breaches: candidate.added, removed: candidate.removed }, permissions),
  })),
})
