// Minimum lengths of runs of days (worked or free), incrementally. Borders: a run that touches the end of the period, or
// its start when the past is unknown, may go on outside and is judged only when borders are closed.
import type { LineTracker, PersonUse } from './define-rule.ts'
import type { Change, Grid, Runs } from './grid.ts'
import type { Parameter } from './parameters.ts'

export interface RunMinimumParams {
  days: number
  borders: 'open' | 'closed'
}

export const runMinimumParameters: readonly Parameter[] = [
  { name: 'days', kind: 'integer', unit: 'days', min: 1, max: 60, about: 'the fewest days of a run' },
  {
    name: 'borders',
    kind: 'choice',
    choices: ['open', 'closed'],
    default: 'open',
    about: 'open: a run that touches the border of what is known may go on beyond it and is not judged',
  },
]

export class RunMinimum implements LineTracker {
  readonly kind = 'line'
  readonly patternOnly = true
  private readonly grid: Grid
  private readonly people: readonly (readonly PersonUse<RunMinimumParams>[])[]
  private readonly isWork: number
  private readonly whole: Runs

  constructor(grid: Grid, people: readonly (readonly PersonUse<RunMinimumParams>[])[], isWork: boolean, whole: Runs) {
    this.grid = grid
    this.people = people
    this.isWork = isWork ? 1 : 0
    this.whole = whole
  }

  reset(employee: number): number {
    const { grid, whole } = this
    whole.scan(grid.before, employee * grid.rowCells, grid.slots, 0, grid.rowDays)
    return this.sum(employee, whole)
  }

  evaluate(change: Change): number {
    return this.sum(change.employee, change.runsAfter) - this.sum(change.employee, change.runsBefore)
  }

  apply(): void {}

  private sum(employee: number, runs: Runs): number {
    const uses = this.people[employee]!
    let penalty = 0
    for (let u = 0; u < uses.length; u++) {
      const use = uses[u]!
      const { days } = use.use.params
      for (let i = 0; i < runs.count; i++)
        if (runs.isWork[i] === this.isWork) {
          const missing = this.missingDays(employee, use, runs.start[i]!, runs.end[i]!, days)
          if (missing > 0) penalty += missing * use.use.weight
        }
    }
    return penalty
  }

  private missingDays(
    employee: number,
    use: PersonUse<RunMinimumParams>,
    start: number,
    end: number,
    days: number,
  ): number {
    const { pastDays, rowDays, frame } = this.grid
    if (end < pastDays) return 0
    if (end - start >= days && start > 0) return 0
    const isOpen = use.use.params.borders === 'open'
    const hasHistory = frame.hasHistory[employee]!
    let first = start
    if (end === rowDays && isOpen) return 0
    if (this.isWork === 0) {
      if (start === 0) {
        if (hasHistory || isOpen) return 0
        first = pastDays
      }
    } else if (start === pastDays && !hasHistory && isOpen) return 0
    if (first >= end) return 0
    const anchor = Math.max(0, end - 1 - pastDays)
    return anchor >= use.fromDay && anchor < use.untilDay ? Math.max(0, days - (end - first)) : 0
  }
}
