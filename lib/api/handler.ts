import 'server-only'
import { gate } from '@/lib/auth/gate'
import type { Permission } from '@/lib/auth/permissions'
import { assertSameOrigin } from '@/lib/auth/same-origin'
import type { Viewer } from '@/lib/auth/viewer'
import { DeskError, problemResponse } from '@/lib/errors'
import { faultyInput, type Parser } from '@/lib/form-action'

/** A body of more than this many bytes is refused before it is read. */
const MOST_BYTES = 1_000_000

/** A route handler that reads: who asks, then the query, then the answer or a problem+json. */
export function reading(permission: Permission, run: (viewer: Viewer, request: Request) => Promise<Response>) {
  const enter = gate(permission)
  return async (request: Request): Promise<Response> => {
    try {
      return await run(await enter(), request)
    } catch (error) {
      return problemResponse(error)
    }
  }
}

/**
 * A route handler with a JSON body: same origin, the gate, the one schema, the command. Route handlers have no origin check of
 * their own, so it stands here.
 */
export function posting<I, T>(
  permission: Permission,
  schema: Parser<I>,
  run: (viewer: Viewer, input: I) => Promise<T>,
  status = 200,
) {
  const enter = gate(permission)
  return (request: Request): Promise<Response> => written(request, enter, schema, run, { status })
}

/** The same for a route whose address names the dyad: it counts, whatever the body says. */
export function postingToDyad<I, T>(
  permission: Permission,
  schema: Parser<I>,
  run: (viewer: Viewer, input: I) => Promise<T>,
  status = 200,
) {
  const enter = gate(permission)
  return async (request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> => {
    const { dyad } = await params
    return written(request, enter, schema, run, { status, named: { dyadId: dyad } })
  }
}

/**
 * The same for a route whose address names what it is about: its parts count, whatever the body says. `names` says which field of the
 * input each part is. A DELETE has no body.
 */
export function writingTo<P extends Record<string, string>, I, T>(
  permission: Permission,
  schema: Parser<I>,
  names: Readonly<Record<keyof P, string>>,
  run: (viewer: Viewer, input: I) => Promise<T>,
  status = 200,
) {
  const enter = gate(permission)
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const parts = Object.entries(await params).flatMap(([part, value]) =>
      part in names ? [[names[part], value] as const] : [],
    )
    return written(request, enter, schema, run, { status, named: Object.fromEntries(parts) })
  }
}

/** What names an incident in the address of a route. */
interface IncidentAddress {
  params: Promise<{ dyad: string; id: string }>
}

/** The same for a route whose address names the incident: it counts, whatever the body says. */
export function puttingIncident<I, T>(
  permission: Permission,
  schema: Parser<I>,
  run: (viewer: Viewer, input: I) => Promise<T>,
) {
  const enter = gate(permission)
  return async (request: Request, { params }: IncidentAddress): Promise<Response> => {
    const { dyad, id } = await params
    return written(request, enter, schema, run, { status: 200, named: { dyadId: dyad, id } })
  }
}

async function written<I, T>(
  request: Request,
  enter: () => Promise<Viewer>,
  schema: Parser<I>,
  run: (viewer: Viewer, input: I) => Promise<T>,
  { status, named = {} }: { status: number; named?: Readonly<Record<string, string>> },
): Promise<Response> {
  try {
    assertSameOrigin(request)
    const viewer = await enter()
    const body = await jsonBody(request)
    const parsed = schema.safeParse(typeof body === 'object' && body !== null ? { ...body, ...named } : body)
    if (!parsed.success) throw faultyInput(parsed.error.issues)
    return Response.json(await run(viewer, parsed.data), { status, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problemResponse(error)
  }
}

async function jsonBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) {
    throw new DeskError('INVALID', 'The body is too large.')
  }
  const text = await request.text()
  if (text === '' && request.method === 'DELETE') return {}
  if (text.length > MOST_BYTES) throw new DeskError('INVALID', 'The body is too large.')
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('INVALID', 'The body is not JSON.')
  }
}
