// Rules as rows over 0/1 variables. A breach is an amount that must not be above zero; a hard one forbids, another is paid for.
import type { Frame } from '../../model/frame.ts'
import type { Level, RuleId } from '../../model/problem.ts'
import type { RuleUse } from './define-rule.ts'
import { always, type Bit, never, Sum } from './linear-sum.ts'

/** Where a row or a price comes from: indices of the people and shifts that a conflict would name. */
interface LinearSource {
  rule: RuleId
  level: Level
  people: readonly number[]
  shifts: readonly number[]
}

/** The sum of coefficients times variables is at least (or exactly) `atLeast`. Without a source it defines an auxiliary. */
export interface LinearRow {
  variables: readonly number[]
  coefficients: readonly number[]
  atLeast: number
  isEqual: boolean
  source: LinearSource | null
}

/** What one unit of a variable costs at its source's level. A price on a pair stands for a rule about that pair alone. */
export interface LinearPrice {
  variable: number
  each: number
  source: LinearSource
}

/** The part of a problem that is put into rows; who or what is not in it is taken not to work, not to be worked. */
export interface LinearScope {
  people: readonly number[]
  shifts: readonly number[]
  /** Pairs that get a variable; all of people and shifts when absent. */
  canTake?: (employee: number, shift: number) => boolean
}

export interface LinearForm {
  /** By variable: its largest value; every variable is whole and at least 0. */
  max: readonly number[]
  rows: readonly LinearRow[]
  /** Rows that only hold while hard rules are kept: they add nothing but make relaxations tighter. */
  cuts: readonly LinearRow[]
  prices: readonly LinearPrice[]
  /** By pair variable: the person and the shift; pairs come first among the variables. */
  pairs: readonly { employee: number; shift: number }[]
  /** By auxiliary that stands for "any of these": its members. */
  anyOf: ReadonlyMap<number, readonly number[]>
  /** Rules in force that have no rows (or none for the values in force). */
  omitted: readonly RuleId[]
}

export class LinearModel {
  readonly frame: Frame
  readonly people: readonly number[]
  readonly shifts: readonly number[]
  private readonly max: number[] = []
  private readonly rows: LinearRow[] = []
  private readonly cuts: LinearRow[] = []
  private readonly prices: LinearPrice[] = []
  private readonly pairs: { employee: number; shift: number }[] = []
  /** By employee: variable of each shift, in the scope's order of people. */
  private readonly variableOf = new Map<number, Map<number, number>>()
  private readonly known = new Map<string, number>()
  private readonly members = new Map<number, readonly number[]>()
  private readonly left = new Set<RuleId>()

  constructor(frame: Frame, { people, shifts, canTake }: LinearScope) {
    this.frame = frame
    this.people = people
    this.shifts = shifts
    for (const employee of people) {
      const own = new Map<number, number>()
      for (const shift of shifts)
        if (canTake?.(employee, shift) ?? true) {
          own.set(shift, this.variable(1))
          this.pairs.push({ employee, shift })
        }
      this.variableOf.set(employee, own)
    }
  }

  /** Whether the person works the item: always for what is past. */
  works(employee: number, item: number): Bit {
    if (item >= this.frame.shiftCount) return always
    return this.variableOf.get(employee)?.get(item) ?? never
  }

  /** Shifts the person could work, in the scope's order. */
  shiftsOf(employee: number): number[] {
    return [...(this.variableOf.get(employee)?.keys() ?? [])]
  }

  /** 1 when any of the bits is 1. */
  anyOf(bits: readonly Bit[]): Bit {
    if (bits.includes(always)) return always
    const own = [...new Set(bits)].filter((bit) => bit !== never).sort((a, b) => a - b)
    if (own.length <= 1) return own[0] ?? never
    const key = own.join()
    const known = this.known.get(key)
    if (known !== undefined) return known
    const any = this.variable(1)
    this.known.set(key, any)
    this.members.set(any, own)
    for (const bit of own) this.rows.push(notAbove(new Sum().plus(bit), any, null))
    this.rows.push(notAbove(new Sum().plus(any).plusAll(own, -1), null, null))
    return any
  }

  /** A breach of the largest of the sums, where that is above zero; sums must be whole. */
  charge(use: RuleUse<unknown>, people: readonly number[], shifts: readonly number[], ...sums: readonly Sum[]): void {
    const source = { rule: use.rule, level: use.level, people, shifts }
    const possible = sums.filter((sum) => sum.most() > 0)
    const [only] = possible
    if (only === undefined) return
    if (possible.length === 1 && only.constant === 0 && only.parts.size === 1) {
      for (const [variable, coefficient] of only.parts)
        this.prices.push({ variable, each: coefficient * use.weight, source })
      return
    }
    const breach = this.variable(Math.max(...possible.map((sum) => sum.most())))
    this.prices.push({ variable: breach, each: use.weight, source })
    for (const sum of possible) this.rows.push(notAbove(sum, breach, source))
  }

  /** A sum that is at most zero in every roster without a hard breach of the rule. Nothing for softer uses. */
  cut(use: RuleUse<unknown>, people: readonly number[], shifts: readonly number[], sum: Sum): void {
    if (use.level !== 'hard' || sum.most() <= 0) return
    this.cuts.push(notAbove(sum, null, { rule: use.rule, level: use.level, people, shifts }))
  }

  /** Says that a rule's values in force cannot be put into rows. */
  omit(rule: RuleId): void {
    this.left.add(rule)
  }

  form(): LinearForm {
    const { max, rows, cuts, prices, pairs } = this
    return { max, rows, cuts, prices, pairs, anyOf: this.members, omitted: [...this.left] }
  }

  private variable(max: number): number {
    return this.max.push(max) - 1
  }
}

/** The row that keeps a sum at or below a variable, or zero. */
function notAbove(sum: Sum, limit: number | null, source: LinearSource | null): LinearRow {
  const variables = limit === null ? [] : [limit]
  const coefficients = limit === null ? [] : [1]
  for (const [variable, coefficient] of sum.parts) {
    variables.push(variable)
    coefficients.push(-coefficient)
  }
  return { variables, coefficients, atLeast: sum.constant, isEqual: false, source }
}
