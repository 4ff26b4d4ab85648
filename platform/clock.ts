/** The time as the platform tells it. In a deployed Worker it stands still during CPU work and moves only with I/O. */
export const systemClock = { now: () => new Date() }
