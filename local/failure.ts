/** A failure the user can act on: its message is one clear sentence that names the place and the way out. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error)
}

/** The system error code (`EADDRINUSE`, `EACCES`) or SQLSTATE of anything thrown, if it has one. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
