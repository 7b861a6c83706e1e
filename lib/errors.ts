/** The six ways in which a request can fail through no bug of ours. */
export type ErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'RATE_LIMITED'

export type FieldErrors = Record<string, string[]>

const HTTP_STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 422,
  CONFLICT: 409,
  RATE_LIMITED: 429,
}

/**
 * The one error that commands and queries throw on purpose. Anything else that is thrown is a bug.
 * `fieldErrors` maps a form field's name to sentences; `detail` is plain data for the caller, such as the other version in a conflict.
 */
export class DeskError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fieldErrors?: FieldErrors,
    readonly detail?: unknown,
  ) {
    super(message)
    this.name = 'DeskError'
  }

  /** HTTP status of the code. */
  get status(): number {
    return HTTP_STATUS[this.code]
  }
}

/**
 * True for a `DeskError`, also for one that was made by another copy of this module (the server is bundled more than once).
 */
export function isDeskError(error: unknown): error is DeskError {
  return error instanceof Error && error.name === 'DeskError' && 'code' in error
}

/** Whether an aborted signal ended it: with its reason, or with the AbortError of a thread, which may be of another realm. */
const endedBy = (signal: AbortSignal, error: unknown): boolean =>
  signal.aborted && (error === signal.reason || (error as { name?: unknown } | null)?.name === 'AbortError')

/** The status that the logs of servers give a request that its sender took back; nobody reads it. */
const TAKEN_BACK = 499

/**
 * RFC 9457 problem+json for a route handler. A bug is answered without its message, under an id that the log carries too. What ends
 * because `signal`, the request's, was aborted is no bug.
 */
export function problemResponse(error: unknown, signal?: AbortSignal): Response {
  if (signal && endedBy(signal, error)) return new Response(null, { status: TAKEN_BACK })
  if (isDeskError(error)) {
    const body = {
      type: 'about:blank',
      title: error.message,
      status: HTTP_STATUS[error.code],
      code: error.code,
      errors: error.fieldErrors,
    }
    return Response.json(body, {
      status: HTTP_STATUS[error.code],
      headers: { 'content-type': 'application/problem+json' },
    })
  }
  const id = reportBug(error)
  return Response.json(
    { type: 'about:blank', title: `Something went wrong (${id})`, status: 500, code: 'BUG' },
    { status: 500, headers: { 'content-type': 'application/problem+json' } },
  )
}

/** Logs a bug and returns the short id under which it can be found. */
export function reportBug(error: unknown): string {
  const id = crypto.randomUUID().slice(0, 8)
  console.error(`[bug ${id}]`, error)
  return id
}
