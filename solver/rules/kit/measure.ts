// How a sum becomes a penalty. Integers in, integers out.

type MeasureMode = 'above' | 'below' | 'distance' | 'square'

/** What is summed for a person, and how the sum is judged. */
export interface Measure {
  mode: MeasureMode
  /** Above, below, distance: the bound. Square: the fair share. */
  bound: number
  /** Distance: how far off costs nothing. Square: minutes carried over from before. */
  slack: number
  /** Square: part of a full-time job in percent, by which the sum is scaled. */
  sharePercent: number
  weight: number
}

/** Size times weight. Squares are in squared hours: floor(minutes deviation squared / 3600). */
export function penaltyOf(measure: Measure, sum: number): number {
  switch (measure.mode) {
    case 'above':
      return sum > measure.bound ? measure.weight * (sum - measure.bound) : 0
    case 'below':
      return sum < measure.bound ? measure.weight * (measure.bound - sum) : 0
    case 'distance':
      return measure.weight * Math.max(0, Math.abs(sum - measure.bound) - measure.slack)
    case 'square': {
      const deviation = Math.floor(((sum + measure.slack) * 100) / measure.sharePercent) - measure.bound
      return measure.weight * Math.floor((deviation * deviation) / 3600)
    }
  }
}
