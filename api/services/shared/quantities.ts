/** "1 shift type", "3 shift types": the parts that are not zero, as a list for people. */
export const quantities = (counts: Readonly<Record<string, number>>): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([noun, count]) => (count === 1 ? `1 ${noun}` : `${count} ${plural(noun)}`)),
  )

const plural = (noun: string): string =>
  noun === 'person'
    ? 'people'
    : noun.startsWith('line of')
      ? noun.replace('line', 'lines')
      : noun.endsWith('y')
        ? `${noun.slice(0, -1)}ies`
        : `${noun}s`
