// The one function of the Workers runtime that worker.ts imports; the full types would collide with the browser's globals.
declare module 'cloudflare:workers' {
  /** Keeps the current request alive until `work` is done. */
  export function waitUntil(work: Promise<unknown>): void
}
