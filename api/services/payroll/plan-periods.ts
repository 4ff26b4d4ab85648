import { Temporal } from 'temporal-polyfill'

type Length = 'week' | 'two-weeks' | 'month'

/**
 * Days of `count` pay periods one after the other. Months are counted from the first day of the series, so that one that begins on
 * the 31st comes back to it after a short month. Pure.
 */
export const planPeriods = (
  firstDay: string,
  length: Length,
  count: number,
): { firstDay: string; lastDay: string }[] => {
  const first = Temporal.PlainDate.from(firstDay)
  const begin = (index: number) =>
    length === 'month' ? first.add({ months: index }) : first.add({ weeks: length === 'week' ? index : index * 2 })
  return Array.from({ length: count }, (_, index) => ({
    firstDay: begin(index).toString(),
    lastDay: begin(index + 1)
      .subtract({ days: 1 })
      .toString(),
  }))
}
