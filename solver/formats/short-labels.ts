// Labels of one to three letters for the narrow cells of a printed grid.

/** A short label for each name, unique among them and the `used`: initials of the words, then more letters, then a number. */
export function shortLabels(names: readonly string[], used: Iterable<string> = []): Map<string, string> {
  const labels = new Map<string, string>()
  const taken = new Set(used)
  for (const name of new Set(names)) {
    const label = candidates(name).find((text) => !taken.has(text)) ?? numbered(name, taken)
    taken.add(label)
    labels.set(name, label)
  }
  return labels
}

function candidates(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const letters = words.join('')
  const initials = words.map((word) => [...word][0] ?? '').join('')
  const first = [...letters]
  return [initials.slice(0, 3), first.slice(0, 2).join(''), first.slice(0, 3).join('')]
    .filter((text) => text !== '')
    .map((text) => text.toUpperCase())
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  const start = (candidates(name)[0] ?? '?').slice(0, 1)
  let number = 2
  while (taken.has(`${start}${number}`)) number += 1
  return `${start}${number}`
}
