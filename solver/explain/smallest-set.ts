/**
 * A part of `members` for which `isConflict` still holds and that no single member can leave, found by taking away ever
 * smaller chunks (deletion filter with the chunks of QuickXplain: U. Junker, AAAI 2004). `isConflict` must hold for all of
 * them. When it answers null (no effort left) what is proven so far is returned, with `isSmallest` false.
 */
export function smallestSet<T>(
  members: readonly T[],
  isConflict: (kept: readonly T[]) => boolean | null,
): { kept: T[]; isSmallest: boolean } {
  let kept = [...members]
  for (let size = Math.max(1, kept.length >> 1); ; size >>= 1) {
    for (let at = 0; at < kept.length; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)]
      const answer = isConflict(without)
      if (answer === null) return { kept, isSmallest: false }
      if (answer) kept = without
      else at += size
    }
    if (size === 1) return { kept, isSmallest: true }
  }
}
