import { createAnnotation } from '@/lib/annotations/commands'
import { annotationsOf } from '@/lib/annotations/queries'
import { createAnnotationSchema } from '@/lib/annotations/schema'
import { postingToDyad } from '@/lib/api/handler'
import { askedAsOf } from '@/lib/as-of/schema'
import { requireViewer } from '@/lib/auth/session'
import { problemResponse } from '@/lib/errors'

/** The annotations of a dyad that are not withdrawn, by their first day; those of then with `asOf`. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { dyad } = await params
    const asOf = askedAsOf({ asOf: new URL(request.url).searchParams.get('asOf') ?? undefined })
    return Response.json(await annotationsOf(viewer, dyad, { asOf }), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problemResponse(error)
  }
}

/** Writes an annotation; the body is `createAnnotationSchema`, the address names the dyad. */
export const POST = postingToDyad('annotation:write', createAnnotationSchema, createAnnotation, 201)
