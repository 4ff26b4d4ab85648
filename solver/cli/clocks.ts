import type { Clock } from './arguments.ts'

/** Milliseconds of the wall, or those that the calling thread was at work. */
export const clocks: Record<Clock, () => number> = {
  wall: () => performance.now(),
  cpu: () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  },
}
