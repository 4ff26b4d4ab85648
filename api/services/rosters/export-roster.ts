import { writeRosterCsv } from '../../../solver/formats/roster-csv.ts'
import { writeRosterHtml } from '../../../solver/formats/roster-html.ts'
import { writeRosterIcs } from '../../../solver/formats/roster-ics.ts'
import type { Problem } from '../../../solver/model/problem.ts'
import { type Context, requirePermission } from '../../context.ts'
import type { exportFormats } from '../../contract/rostering.ts'
import { withoutPeople } from '../shared/without-people.ts'
import { buildProblem } from './build-problem.ts'
import { explainGaps } from './explain-gaps.ts'
import { requireVisible } from './internal.ts'
import { loadPlanning } from './load-planning.ts'
import type { RosterRow } from './planning-rows.ts'
import { beyondIn } from './within-reach.ts'

export type ExportFormat = (typeof exportFormats)[number]
export interface ExportedFile {
  filename: string
  mediaType: string
  content: string
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  html: 'text/html; charset=utf-8',
}

/** A file name that every system takes: letters, digits and hyphens of the roster's name. */
const fileStem = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{ASCII}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'roster'

/** The problem without people beyond the reader's reach: shifts need fewer by those of them who work there. */
const shownProblem = (problem: Problem, beyond: ReadonlySet<string>): Problem => {
  if (beyond.size === 0) return problem
  const hidden = Map.groupBy(
    (problem.assignments ?? []).filter(({ employee }) => beyond.has(employee)),
    ({ shift }) => shift,
  )
  const shifts = problem.shifts.map((shift) => {
    const min = Math.max(0, shift.heads.min - (hidden.get(shift.id)?.length ?? 0))
    return { ...shift, heads: { ...shift.heads, min } }
  })
  return withoutPeople({ ...problem, shifts }, beyond)
}

const gapsOf = (problem: Problem) =>
  explainGaps(problem, { assignments: problem.assignments ?? [] }, problem.employees.length)

const write = (
  ctx: Context,
  format: ExportFormat,
  whole: Problem,
  row: RosterRow,
  beyond: ReadonlySet<string>,
): string => {
  const problem = shownProblem(whole, beyond)
  const roster = { assignments: problem.assignments ?? [] }
  const title = row.name
  if (format === 'csv') return writeRosterCsv(problem, roster)
  if (format === 'ics') {
    return writeRosterIcs(problem, roster, { title, writtenAt: ctx.clock.now().toISOString(), sequence: row.version })
  }
  // Reasons tell who is absent: only readers of people see them on the page.
  const unfilled = ctx.permissions.has('people:read') ? withoutPeople(gapsOf(whole), beyond) : []
  return writeRosterHtml(problem, roster, { title, unfilled, note: `${row.state}, version ${row.version}` })
}

/** The roster as a file: `csv` for spreadsheets, `ics` for calendars, `html` to print. Throws `NotFound`. */
export const exportRoster = async (ctx: Context, rosterId: string, format: ExportFormat): Promise<ExportedFile> => {
  requirePermission(ctx, 'rosters:read')
  const { rows } = await loadPlanning(ctx.db, ctx.orgId, rosterId)
  requireVisible(ctx, rows.roster)
  return {
    filename: `${fileStem(rows.roster.name)}.${format}`,
    mediaType: mediaTypes[format],
    content: write(ctx, format, buildProblem(rows), rows.roster, await beyondIn(ctx, rows)),
  }
}
