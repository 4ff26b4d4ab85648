import type { Context } from '../../context.ts'

/** Runs what asks the rules, and notes how long it took. */
export const inRules = <T>({ timing }: Pick<Context, 'timing'>, work: () => T): T => {
  const startMs = performance.now()
  try {
    return work()
  } finally {
    timing.rulesMs += performance.now() - startMs
  }
}
