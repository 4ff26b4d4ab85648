// Muster's own JSON: problems in, rosters with names and times out.
import type { ProblemIssue, Score } from '../model/outcome.ts'
import type { Problem, Roster } from '../model/problem.ts'
import { parseJsonSource } from './json-source.ts'
import type { Reading } from './reading.ts'
import { missingHeads, nameRoster } from './roster-rows.ts'

/**
 * Reads a problem as published in `muster-problem.schema.json`. `validate` is the engine's own check (`validateProblem`), so
 * that a file is good exactly when the engine takes it; its issues are named by the lines of the text.
 */
export function readMuster(text: string, validate: (problem: unknown) => readonly ProblemIssue[]): Reading {
  const source = parseJsonSource(text)
  if (source.kind === 'unusable') return source
  const issues = validate(source.value)
  if (issues.length > 0)
    return {
      kind: 'unusable',
      errors: issues.map(({ path, reason }) => ({
        line: source.lineOf(path),
        reason: path === '' ? reason : `${path}: ${reason}`,
      })),
    }
  return { kind: 'read', problem: source.value as Problem }
}

/** `muster-roster/1`: a roster that can be read without its problem. Instants carry their offset, `local…` are the site's clock. */
export interface MusterRoster {
  format: 'muster-roster/1'
  problem: string
  period: Problem['period']
  score: Score
  assignments: MusterAssignment[]
  /** Shifts below their minimum of heads. */
  open: { shift: string; missingHeads: number }[]
}

interface MusterAssignment {
  employee: string
  employeeName: string
  shift: string
  shiftName: string
  site: string
  siteName: string
  start: string
  end: string
  /** "YYYY-MM-DDTHH:MM" at the site. */
  localStart: string
  localEnd: string
  paidMinutes: number
}

/** A roster with names and times, by start. Throws when it names an employee or a shift that the problem lacks. */
export function writeMuster(problem: Problem, roster: Roster, score: Score): MusterRoster {
  return {
    format: 'muster-roster/1',
    problem: problem.name,
    period: problem.period,
    score,
    assignments: nameRoster(problem, roster).map((row) => ({
      employee: row.employee,
      employeeName: row.employeeName,
      shift: row.shift,
      shiftName: row.shiftName,
      site: row.site,
      siteName: row.siteName,
      start: row.start,
      end: row.end,
      localStart: `${row.day}T${row.startTime}`,
      localEnd: `${row.endDay}T${row.endTime}`,
      paidMinutes: row.paidMinutes,
    })),
    open: [...missingHeads(problem, roster)].map(([shift, count]) => ({ shift, missingHeads: count })),
  }
}
