import type * as z from 'zod'
import { readAsOrg } from '../../../../drizzle/client.ts'
import { type Context, requirePermission } from '../../../context.ts'
import type { versionComparison } from '../../../contract/roster-life.ts'
import { Conflict } from '../../../errors.ts'
import { inRules } from '../../shared/in-rules.ts'
import { loadPlanning } from '../load-planning.ts'
import { mayRead, toBreachesWire, toKeyFiguresWire, toScoreWire } from '../wire.ts'
import { shownWithin } from '../within-reach.ts'
import { compareStandings } from './compare-standings.ts'
import { requireVersionFound, versionById } from './read-versions.ts'
import { fromSnapshot } from './snapshot.ts'

/**
 * A version beside another one of its roster, or beside the roster as it stands. Throws `NotFound`, `Conflict` for versions of
 * two rosters. Money needs `costs:read`.
 */
export const compareVersion = async (
  ctx: Context,
  id: string,
  withId: string | undefined,
): Promise<z.output<typeof versionComparison>> => {
  requirePermission(ctx, 'rosters:write')
  requirePermission(ctx, 'people:read')
  const [[first], [second]] = await readAsOrg(ctx.db, ctx.orgId, (read) => [
    versionById(read, ctx.orgId, id),
    versionById(read, ctx.orgId, withId ?? id),
  ])
  const version = requireVersionFound(ctx, id, first)
  const other = withId === undefined ? null : requireVersionFound(ctx, withId, second)
  if (other !== null && other.rosterId !== version.rosterId)
    throw new Conflict('conflict', 'The two versions are of different rosters. Choose two of the same.', { id, withId })
  const { rows } = await loadPlanning(ctx.db, ctx.orgId, version.rosterId)
  const after = other === null ? rows : fromSnapshot(other.snapshot)
  const compared = inRules(ctx, () => compareStandings(rows, fromSnapshot(version.snapshot), after))
  const names = new Map(rows.employees.map((person) => [person.id, person.name]))
  const { shifts, reports, keyFigures, rules, added, removed, people } = compared
  const known = [...people.map(({ employeeId: id }) => ({ id })), ...rows.employees]
  const shown = {
    shifts,
    score: {
      before: toScoreWire(reports.before, ctx.permissions),
      after: toScoreWire(reports.after, ctx.permissions),
    },
    keyFigures: {
      before: toKeyFiguresWire(keyFigures.before, ctx.permissions),
      after: toKeyFiguresWire(keyFigures.after, ctx.permissions),
    },
    rules: rules.filter(({ rule }) => mayRead(rule, ctx.permissions)),
    added: toBreachesWire(added, ctx.permissions),
    removed: toBreachesWire(removed, ctx.permissions),
    people: people.map((person) => ({ ...person, name: names.get(person.employeeId) ?? null })),
  }
  return shownWithin(ctx, { employees: known, assignments: rows.assignments }, shown)
}
