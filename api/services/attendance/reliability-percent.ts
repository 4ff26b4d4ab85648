export type Attended = { shifts: number; onTime: number; late: number; missedPunch: number; noShow: number }

/** What a shift counts for: on time whole, late three quarters, without a clock-out half, not come at all nothing. */
const worth = { onTime: 100, late: 75, missedPunch: 50 } as const

/** The mean over a person's shifts, rounded to a whole percent; null without any. Pure. */
export const reliabilityPercent = ({ shifts, onTime, late, missedPunch }: Attended): number | null =>
  shifts === 0
    ? null
    : Math.round((onTime * worth.onTime + late * worth.late + missedPunch * worth.missedPunch) / shifts)
