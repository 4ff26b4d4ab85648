// From a problem to lines: what each rule in force means for one person's line and for a shift's heads. What cannot be
// expressed is named, so that the caller can take another engine.

import { scoreRoster } from '../judge/score-roster.ts'
import { type Frame, frameOf } from '../model/frame.ts'
import type { Problem, Roster, RuleId } from '../model/problem.ts'
import { compileAutomata } from './automaton/compile-automata.ts'
import { CellCosts } from './cell-costs.ts'
import { addLineRule, emptyLimits, type LineLimits } from './compile-limits.ts'
import { personLine, type Successions, successionsOf } from './compile-person.ts'
import { type Line, type LineModel, type LinePerson, lineCost } from './line-model.ts'
import { meetsOverADay, takePast } from './line-past.ts'
import { type RulesRead, readRules } from './read-rules.ts'

/** People times days up to which automata are worth it: masters over them converge slowly, and local search is near the best. */
const automatonDaysMax = 450

export interface CompiledLines {
  model: LineModel
  /** What one medium counts in the model's costs; soft counts once. */
  mediumFactor: number
}

export type CanSolve = { ok: true } | { ok: false; unsupported: readonly RuleId[] }

/** Can this engine express every rule in force? */
export function canSolve(problem: Problem): CanSolve {
  const compiled = compiledOf(problem)
  return 'model' in compiled ? { ok: true } : { ok: false, unsupported: compiled.unsupported }
}

/** The problem as lines. Throws for a problem that `canSolve` refuses. */
export function compileLines(problem: Problem): CompiledLines {
  const compiled = compiledOf(problem)
  if ('model' in compiled) return compiled
  throw new Error(`The lines cannot express ${compiled.unsupported.join(', ')}; take another engine.`)
}

type Compiled = CompiledLines | { unsupported: readonly RuleId[] }

const known = new WeakMap<Problem, Compiled>()

/** Worked out once a problem: whoever asks whether it can be compiled compiles it next. */
function compiledOf(problem: Problem): Compiled {
  const compiled = known.get(problem) ?? compile(problem)
  known.set(problem, compiled)
  return compiled
}

function compile(problem: Problem): Compiled {
  const read = readRules(problem)
  const { frame, cover } = read
  if (read.unsupported.size > 0) return { unsupported: [...read.unsupported] }
  const unit = shiftUnit(frame)
  const byDay: number[][] = Array.from({ length: frame.days }, () => [])
  for (let shift = 0; shift < frame.shiftCount; shift++) byDay[frame.day[shift]!]!.push(shift)
  const plain = plainPeople(read, unit, byDay)
  if ('unsupported' in plain && frame.days * frame.employeeCount > automatonDaysMax) return plain
  const lines = 'unsupported' in plain ? compileAutomata({ ...read, unitMinutes: unit, byDay }) : plain
  if ('unsupported' in lines) return lines
  const people = lines.people.map((person, p) =>
    p === 0 ? { ...person, constant: person.constant + read.basePenalty } : person,
  )
  const weekend = Int32Array.from({ length: frame.days }, (_, d) => {
    const weekday = (((frame.firstDay + d + 3) % 7) + 7) % 7
    return weekday >= 5 ? Math.floor((frame.firstDay + d + 3) / 7) : -1
  })
  const model: LineModel = {
    days: frame.days,
    unitMinutes: unit,
    weekend,
    cells: new CellCosts(cover),
    cellDay: frame.day.slice(0, frame.shiftCount),
    people,
  }
  return { model, mediumFactor: read.factors.medium }
}

/** Lines by limits on runs of days and totals, the fastest to price, or the rules that need more memory. */
function plainPeople(
  { frame, lineRules, pairs }: RulesRead,
  unit: number,
  byDay: readonly (readonly number[])[],
): { people: LinePerson[] } | { unsupported: RuleId[] } {
  const limits: LineLimits[] = frame.problem.employees.map(() => emptyLimits(frame.days))
  for (const { rule, uses, level } of lineRules)
    if (!addLineRule(frame, rule, uses, level, limits)) return { unsupported: [rule.id] }
  if (limits.some(({ shiftsPerDay }) => shiftsPerDay !== 1)) return { unsupported: ['max-shifts-per-day'] }
  const counted = ({ typesMax }: LineLimits) =>
    [...typesMax.values()].filter((max) => max > 0 && max < frame.days).length
  if (limits.some((limit) => counted(limit) > 8)) return { unsupported: ['max-shifts-of-type'] }
  if (meetsOverADay(frame, limits, byDay)) return { unsupported: ['min-rest'] }
  if (!limits.every((limit, p) => takePast(frame, p, limit, byDay))) return { unsupported: ['min-rest'] }
  const known = new Map<string, Successions>()
  const people = limits.map((limit, p) => {
    const successions = known.get(limit.profile) ?? successionsOf(frame, p, limit, byDay)
    known.set(limit.profile, successions)
    return personLine(frame, limit, pairs[p]!, unit, successions, byDay)
  })
  return { people }
}

/** A roster as lines, when it keeps every hard rule and every person has a line; else undefined. */
export function linesOf(problem: Problem, { model }: CompiledLines, roster: Roster): Line[] | undefined {
  if (roster.assignments.length === 0 || scoreRoster(problem, roster).score.hard > 0) return undefined
  const frame = frameOf(problem)
  const cells: number[][] = problem.employees.map(() => [])
  for (const { employee, shift } of roster.assignments)
    cells[frame.employeeIndex.get(employee)!]!.push(frame.shiftIndex.get(shift)!)
  const lines = cells.map((list, p) => {
    const sorted = Int32Array.from(list).sort((a, b) => frame.day[a]! - frame.day[b]!)
    return { cost: lineCost(model, model.people[p]!, sorted), cells: sorted }
  })
  return lines.every((line) => Number.isFinite(line.cost)) ? lines : undefined
}

/** Lines as a roster, sorted by shift, then employee. */
export function rosterOf(problem: Problem, _compiled: CompiledLines, lines: readonly Line[]): Roster {
  const assignments = lines.flatMap((line, p) =>
    Array.from(line.cells, (cell) => ({ employee: problem.employees[p]!.id, shift: problem.shifts[cell]!.id })),
  )
  assignments.sort((a, b) =>
    a.shift < b.shift ? -1 : a.shift > b.shift ? 1 : a.employee < b.employee ? -1 : a.employee > b.employee ? 1 : 0,
  )
  return { assignments }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** Greatest length that divides every shift's paid minutes; limits are rounded inwards to it. */
function shiftUnit(frame: Frame): number {
  let unit = 0
  for (let shift = 0; shift < frame.shiftCount; shift++) unit = gcd(unit, frame.paidMinutes[shift]!)
  return Math.max(1, unit)
}
