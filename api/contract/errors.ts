// The closed family of error codes. A client may switch over them; a new one is a change of contract.

/** HTTP status by code. Details carry ids, versions and line numbers, never database text. */
export const errorStatus = {
  bad_request: 400,
  validation_failed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  version_conflict: 409,
  idempotency_mismatch: 409,
  already_exists: 409,
  double_booked: 409,
  roster_locked: 409,
  run_in_progress: 409,
  capacity_exceeded: 409,
  reason_required: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  problem_invalid: 422,
  import_invalid: 422,
  precondition_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus
