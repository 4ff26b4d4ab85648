// Requests sent at a fixed rate, answered or not (an open loop): a server that falls behind is seen in the tail.

export interface Timed {
  ms: number
  status: number
  /** Database time the server names in Server-Timing; null without. */
  databaseMs: number | null
}

export interface Latency {
  count: number
  failed: number
  p50: number
  p95: number
  p99: number
  /** 95th percentile of the database's share. */
  databaseP95: number | null
}

/** Sends `rate` requests a second for `seconds`; `send` gets their number. Resolves when the last one is answered. */
export async function openLoop(
  { rate, seconds }: { rate: number; seconds: number },
  send: (index: number) => Promise<Timed>,
): Promise<Latency> {
  const total = Math.max(1, Math.round(rate * seconds))
  const startMs = performance.now()
  const answers: Promise<Timed>[] = []
  for (let index = 0; index < total; index++) {
    const dueMs = startMs + (index * 1000) / rate
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    answers.push(send(index))
  }
  return summarise(await Promise.all(answers))
}

/** Percentiles over all answers; a failed one counts with its time. */
export function summarise(answers: readonly Timed[]): Latency {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const database = answers.flatMap(({ databaseMs }) => (databaseMs === null ? [] : [databaseMs])).sort((a, b) => a - b)
  return {
    count: answers.length,
    failed: answers.filter(({ status }) => status >= 400).length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    databaseP95: database.length === 0 ? null : percentile(database, 0.95),
  }
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
