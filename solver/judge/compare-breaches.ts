// Two lists of one rule's breaches compared. A rule that couples people lists hundreds of which one or two differ.
import type { Breach, Justification } from '../model/outcome.ts'

/** Puts what only `before` holds into `removed` and what only `after` holds into `added`; equal breaches are counted. */
export function compareBreaches(
  before: readonly Breach[],
  after: readonly Breach[],
  removed: Breach[],
  added: Breach[],
): void {
  let first = 0
  let lastBefore = before.length
  let lastAfter = after.length
  while (first < lastBefore && first < lastAfter && isSame(before[first]!, after[first]!)) first++
  while (lastBefore > first && lastAfter > first && isSame(before[lastBefore - 1]!, after[lastAfter - 1]!)) {
    lastBefore--
    lastAfter--
  }
  const left = new Map<string, Breach[]>()
  for (let index = first; index < lastBefore; index++) {
    const breach = before[index]!
    const alike = left.get(keyOf(breach))
    if (alike) alike.push(breach)
    else left.set(keyOf(breach), [breach])
  }
  for (let index = first; index < lastAfter; index++) {
    const breach = after[index]!
    const alike = left.get(keyOf(breach)) ?? []
    const twin = alike.findIndex((one) => isSame(one, breach))
    if (twin < 0) added.push(breach)
    else alike.splice(twin, 1)
  }
  for (const alike of left.values()) removed.push(...alike)
}

/** Equal for equal breaches, and cheap to make. */
const keyOf = ({ size, employees, shifts }: Breach) => `${size} ${employees[0] ?? ''} ${shifts[0] ?? ''}`

function isSame(a: Breach, b: Breach): boolean {
  return (
    a.size === b.size &&
    a.penalty === b.penalty &&
    a.level === b.level &&
    isSameList(a.employees, b.employees) &&
    isSameList(a.shifts, b.shifts) &&
    isSameJustification(a.justification, b.justification)
  )
}

function isSameJustification(a: Justification, b: Justification): boolean {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => {
    const [one, other] = [a[key], b[key]]
    if (Array.isArray(one) && Array.isArray(other)) return isSameList(one, other)
    return one === other
  })
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}
