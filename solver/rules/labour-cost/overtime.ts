// Overtime of one week. Minutes that are dearer by the day do not count towards the week again, as in California Labor
// Code section 510 (no pyramiding); where there are no tiers of the day every minute counts towards the week.

/** Paid minutes beyond `overMinutes` of a local day, or of a week, are paid `percent` of the rate, up to the next tier. */
export interface OvertimeTier {
  period: 'day' | 'week'
  overMinutes: number
  percent: number
}

/** Tiers by period, lowest first. */
export interface Overtime {
  day: readonly OvertimeTier[]
  week: readonly OvertimeTier[]
}

/** Null without tiers. */
export function readOvertime(tiers: readonly OvertimeTier[] | undefined): Overtime | null {
  if (!tiers || tiers.length === 0) return null
  const of = (period: OvertimeTier['period']) =>
    tiers.filter((tier) => tier.period === period).sort((a, b) => a.overMinutes - b.overMinutes)
  return { day: of('day'), week: of('week') }
}

/** Reasons why tiers cannot stand beside each other. */
export function checkTiers(tiers: readonly OvertimeTier[]): string[] {
  const sorted = readOvertime(tiers) ?? { day: [], week: [] }
  return [...sorted.day, ...sorted.week].flatMap((tier, index, all) => {
    const lower = all[index - 1]
    if (!lower || lower.period !== tier.period) return []
    if (lower.overMinutes === tier.overMinutes)
      return [`overtime has two tiers of the ${tier.period} beyond ${tier.overMinutes} minutes`]
    if (lower.percent > tier.percent)
      return [`overtime beyond ${tier.overMinutes} minutes a ${tier.period} pays less than beyond ${lower.overMinutes}`]
    return []
  })
}

/** What the minutes of a week's days cost beyond the plain rate, in minutes times percent. */
export function extraPercentMinutes(overtime: Overtime, dayMinutes: Iterable<number>): number {
  const plainMax = overtime.day[0]?.overMinutes ?? Infinity
  let extra = 0
  let plain = 0
  for (const minutes of dayMinutes) {
    extra += beyond(overtime.day, minutes)
    plain += Math.min(minutes, plainMax)
  }
  return extra + beyond(overtime.week, plain)
}

function beyond(tiers: readonly OvertimeTier[], minutes: number): number {
  let extra = 0
  let lowerPercent = 100
  for (const { overMinutes, percent } of tiers) {
    if (minutes <= overMinutes) break
    extra += (percent - lowerPercent) * (minutes - overMinutes)
    lowerPercent = percent
  }
  return extra
}

/** Minor units of money, rounded down. */
export function extraMinor(rateMinor: number, percentMinutes: number): number {
  return Math.floor((rateMinor * percentMinutes) / 6000)
}
