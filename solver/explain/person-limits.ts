// What some hard rules let one person work: rows of the linear form that speak of "at most", over the person's shifts.
// Rows of other kinds are left out, so every capacity is an upper bound, which is what a proof needs.
import { type Frame, frameOf } from '../model/frame.ts'
import type { Problem } from '../model/problem.ts'
import type { IntegerProgram, ProgramRow } from '../program/integer-program.ts'
import { strictProgram } from '../program/solve-small-problem.ts'
import { linearForm } from '../rules/linear-form.ts'
import type { RuleInForce } from '../rules/rules-in-force.ts'
import { shiftKinds } from './shift-kinds.ts'

interface Term {
  variable: number
  coefficient: number
}

/** Sum of coefficients times units (a shift, or any of some shifts) is at most `bound`. */
interface AtMost {
  units: readonly number[]
  coefficients: readonly number[]
  bound: number
}

export interface PersonLimits {
  /** Shifts the person may take, by start; positions in this list are the items below. An item stands for shifts of one kind that exclude each other. */
  kinds: readonly (readonly number[])[]
  /** Items that a pin asks for. */
  pinned: readonly number[]
  /** By item: whether two exclude each other. */
  excludes: readonly Uint8Array[]
  rows: readonly AtMost[]
  /** Rows by unit: [row, coefficient]. */
  rowsOf: readonly (readonly (readonly [number, number])[])[]
  /** Groups an item belongs to: units from the number of items on. */
  groupsOf: readonly (readonly number[])[]
  groupCount: number
  /** A pin is forbidden by itself. */
  isImpossible: boolean
}

/**
 * Limits of one person on `shifts` (and on pinned ones, where `rules` has pins), under `rules` alone: rules about pairs and
 * lines that less work never breaks, at level hard.
 */
export function personLimits(
  problem: Problem,
  rules: readonly RuleInForce[],
  employee: number,
  shifts: readonly number[],
  pins: readonly number[],
): PersonLimits {
  const frame = frameOf(problem)
  const aboutLines = rules.filter(({ rule }) => rule.scope === 'line')
  const open = openPairs(problem, rules, employee, [...new Set([...shifts, ...pins])])
  const free = open.filter((shift) => !pins.includes(shift))
  const kinds = shiftKinds(frame, aboutLines, free)
  const pinned = pins.filter((pin) => open.includes(pin)).map((pin) => [pin])
  const limits =
    kinds.length < free.length && excludeTheirTwins(frame, aboutLines, employee, kinds)
      ? limitsOn(frame, aboutLines, employee, [...kinds, ...pinned])
      : limitsOn(frame, aboutLines, employee, [...free.map((shift) => [shift]), ...pinned])
  const held = pins.map((pin) => limits.kinds.findIndex(([first]) => first === pin))
  return { ...limits, pinned: held, isImpossible: held.includes(-1) }
}

/** Whether of each kind one shift at most can be worked: shown by its first two, the rest are like them. */
function excludeTheirTwins(
  frame: Frame,
  rules: readonly RuleInForce[],
  employee: number,
  kinds: readonly (readonly number[])[],
): boolean {
  const several = kinds.filter((kind) => kind.length > 1)
  const firstTwo = several.flatMap(([one, other]) => [[one!], [other!]])
  const { kinds: items, excludes } = limitsOn(frame, rules, employee, firstTwo)
  const itemOf = new Map(items.map(([shift], item) => [shift!, item]))
  return several.every(([one, other]) => {
    const [a, b] = [itemOf.get(one!), itemOf.get(other!)]
    return a === undefined || b === undefined || excludes[a]![b] === 1
  })
}

/** Limits under rules about lines, each kind seen by its first shift. */
function limitsOn(
  frame: Frame,
  rules: readonly RuleInForce[],
  employee: number,
  kinds: readonly (readonly number[])[],
): Omit<PersonLimits, 'pinned' | 'isImpossible'> {
  const shifts = kinds.map(([first]) => first!)
  const form = linearForm(frame.problem, { people: [employee], shifts }, rules)
  const { max, rows } = strictProgram(form)
  const startOf = (variable: number) => frame.start[form.pairs[variable]!.shift]!
  const limits = new Limits(form.pairs.length)
  for (const row of rows) {
    const kept = upperTerms(row, max)
    if (kept !== null && kept.length > 0) limits.atMost(kept, -row.atLeast)
  }
  const items = [...form.pairs.keys()].filter((variable) => max[variable]! > 0 && !limits.barred.has(variable))
  items.sort((a, b) => startOf(a) - startOf(b) || a - b)
  return { ...limits.over(items, form.anyOf), kinds: items.map((item) => kinds[item]!) }
}

/** Terms of a row that only speaks of "at most", without variables that are 0 anyway; null for other rows. */
function upperTerms({ variables, coefficients }: ProgramRow, max: IntegerProgram['max']): Term[] | null {
  const kept: Term[] = []
  for (let index = 0; index < variables.length; index++) {
    const variable = variables[index]!
    if (max[variable] === 0) continue
    if (coefficients[index]! > 0) return null
    kept.push({ variable, coefficient: -coefficients[index]! })
  }
  return kept
}

/** Shifts that no rule about the pair forbids the person. */
export function openPairs(
  problem: Problem,
  rules: readonly RuleInForce[],
  employee: number,
  shifts: readonly number[],
): number[] {
  const aboutPairs = rules.filter(({ rule }) => rule.scope === 'pair' && rule.id !== 'pinned')
  const form = linearForm(problem, { people: [employee], shifts }, aboutPairs)
  const barred = new Set(form.prices.map(({ variable }) => variable))
  return form.pairs.flatMap(({ shift }, variable) => (barred.has(variable) ? [] : [shift]))
}

/** Collects rows by variable and rewrites them over items. */
class Limits {
  readonly barred = new Set<number>()
  private readonly pairs = new Map<number, number[]>()
  private readonly rows: { kept: readonly Term[]; bound: number }[] = []
  private readonly pairCount: number

  constructor(pairCount: number) {
    this.pairCount = pairCount
  }

  atMost(kept: readonly Term[], bound: number): void {
    const [one, other] = kept
    const isItem = ({ variable }: Term) => variable < this.pairCount
    if (one && kept.length === 1 && isItem(one)) {
      if (one.coefficient > bound) this.barred.add(one.variable)
    } else if (
      one &&
      other &&
      kept.length === 2 &&
      isItem(one) &&
      isItem(other) &&
      one.coefficient + other.coefficient > bound
    ) {
      this.pairs.set(one.variable, [...(this.pairs.get(one.variable) ?? []), other.variable])
      for (const term of [one, other]) if (term.coefficient > bound) this.barred.add(term.variable)
    } else this.rows.push({ kept, bound })
  }

  over(
    items: readonly number[],
    anyOf: ReadonlyMap<number, readonly number[]>,
  ): Omit<PersonLimits, 'kinds' | 'pinned' | 'isImpossible'> {
    const itemOf = new Map(items.map((variable, item) => [variable, item]))
    const groups = [...anyOf.keys()]
    const unitOf = new Map([...itemOf, ...groups.map((group, index) => [group, items.length + index] as const)])
    const excludes = items.map(() => new Uint8Array(items.length))
    for (const [one, others] of this.pairs)
      for (const other of others) {
        const [a, b] = [itemOf.get(one), itemOf.get(other)]
        if (a === undefined || b === undefined) continue
        excludes[a]![b] = 1
        excludes[b]![a] = 1
      }
    const groupsOf: number[][] = items.map(() => [])
    for (const [group, members] of anyOf)
      for (const member of members) {
        const item = itemOf.get(member)
        if (item !== undefined) groupsOf[item]!.push(unitOf.get(group)!)
      }
    const rowsOf: [number, number][][] = Array.from({ length: items.length + groups.length }, () => [])
    const rows = this.rows.map(({ kept, bound }, row): AtMost => {
      const known = kept.filter(({ variable }) => unitOf.has(variable))
      for (const { variable, coefficient } of known) rowsOf[unitOf.get(variable)!]!.push([row, coefficient])
      return {
        units: known.map(({ variable }) => unitOf.get(variable)!),
        coefficients: known.map(({ coefficient }) => coefficient),
        bound,
      }
    })
    return { excludes, rows, rowsOf, groupsOf, groupCount: groups.length }
  }
}
