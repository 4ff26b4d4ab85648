const whole = new Intl.NumberFormat('en-GB')
const long = new Intl.NumberFormat('en-GB', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 })
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })

/** "12,345" */
export const numberText = (value: number): string => whole.format(value)
/** "1.2 million" */
export const longNumber = (value: number): string => long.format(value)
/** "1.2m", for axes. */
export const compactNumber = (value: number): string => compact.format(value)

/** Minutes as hours for tables: "152", "37.5". */
export const hoursText = (minutes: number): string => {
  const hours = minutes / 60
  return Number.isInteger(hours) ? String(hours) : hours.toFixed(1).replace(/\.0$/, '')
}

/** Minutes in words: "8 h 30 min", "45 min". */
export const durationText = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** "1 shift", "3 shifts"; `many` when the plural is not one + "s". */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`

/** "Ana", "Ana and Ben", "Ana, Ben and Cy". */
export const listText = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

const currencies = new Map<string, Intl.NumberFormat>()

/** Minor units as people read them: "€1,234.50"; the currency says how many there are to one. */
export const moneyText = (minor: number, currency: string): string => {
  const format = currencies.get(currency) ?? new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  currencies.set(currency, format)
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
