// Pay between what is kept (minor units) and what people type.

/** How many minor units make one of the currency: 100 for most, 1 for yen. */
const minorOf = (currency: string): number =>
  10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)

/** "21.5" for 2150 of a currency with cents; empty for none. */
export const payInput = (minor: number | null | undefined, currency: string): string =>
  minor === null || minor === undefined ? '' : String(minor / minorOf(currency))

/** The other way; null for an empty field, and for one that holds no number. */
export const readPay = (text: string, currency: string): number | null => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? null : Math.round(value * minorOf(currency))
}
