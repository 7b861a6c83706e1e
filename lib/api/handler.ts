import 'server-only'
import { assertSameOrigin } from '@/lib/auth/same-origin'
import { requireViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { DeskError, problemResponse } from '@/lib/errors'
import { fieldErrorsOf } from '@/lib/form-action'

/** A body of more than this many bytes is refused before it is read. */
const MOST_BYTES = 1_000_000

interface Parser<T> {
  safeParse(
    input: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
}

/** A route handler that reads: who asks, then the query, then the answer or a problem+json. */
export function reading(run: (viewer: Viewer, request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    try {
      return await run(await requireViewer(), request)
    } catch (error) {
      return problemResponse(error)
    }
  }
}

/**
 * A route handler with a JSON body: same origin, who asks, the one schema, the command. Route handlers have no origin check of
 * their own, so it stands here.
 */
export function posting<I, T>(schema: Parser<I>, run: (viewer: Viewer, input: I) => Promise<T>, status = 200) {
  return async (request: Request): Promise<Response> => {
    try {
      assertSameOrigin(request)
      const viewer = await requireViewer()
      const parsed = schema.safeParse(await jsonBody(request))
      if (!parsed.success) {
        throw new DeskError('INVALID', 'Some fields need another look.', fieldErrorsOf(parsed.error.issues))
      }
      return Response.json(await run(viewer, parsed.data), { status, headers: { 'cache-control': 'no-store' } })
    } catch (error) {
      return problemResponse(error)
    }
  }
}

async function jsonBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) {
    throw new DeskError('INVALID', 'The body is too large.')
  }
  const text = await request.text()
  if (text.length > MOST_BYTES) throw new DeskError('INVALID', 'The body is too large.')
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('INVALID', 'The body is not JSON.')
  }
}
