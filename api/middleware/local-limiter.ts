// A fixed-window counter in memory: what limits fall back to while Redis does not answer.

const keysMax = 10_000

/** Counts per key and window; forgets the oldest keys beyond ten thousand. */
export class LocalLimiter {
  readonly #windows = new Map<string, { resetMs: number; count: number }>()

  /** Counts one request; answers what remains (negative: refused) and the instant (ms since 1970) at which the window ends. */
  count(
    key: string,
    limit: { requestsMax: number; windowSeconds: number },
    nowMs: number,
  ): { remaining: number; resetMs: number } {
    const known = this.#windows.get(key)
    const window = known && known.resetMs > nowMs ? known : { resetMs: nowMs + limit.windowSeconds * 1000, count: 0 }
    window.count++
    this.#windows.delete(key)
    this.#windows.set(key, window)
    if (this.#windows.size > keysMax) this.#windows.delete(this.#windows.keys().next().value ?? key)
    return { remaining: limit.requestsMax - window.count, resetMs: window.resetMs }
  }
}
