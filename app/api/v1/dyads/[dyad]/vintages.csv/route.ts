import { logExport } from '@/lib/activity/export'
import { vintageTable } from '@/lib/as-of/queries'
import { METHOD_CHOICES, type MethodChoice } from '@/lib/as-of/schema'
import { requireViewer } from '@/lib/auth/session'
import { DeskError, problemResponse } from '@/lib/errors'
import { vintagesCsv } from './vintage-rows'

function methodOf(search: URLSearchParams): MethodChoice {
  const found = METHOD_CHOICES.find((choice) => choice === (search.get('method') ?? 'then'))
  if (found === undefined) throw new DeskError('INVALID', `method is one of ${METHOD_CHOICES.join(', ')}.`)
  return found
}

/** A dyad's whole vintage table as a file; `method` then (the usual) or now. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { dyad: dyadId } = await params
    const method = methodOf(new URL(request.url).searchParams)
    const table = await vintageTable(viewer, dyadId, { method, whole: true })
    await logExport(viewer, { subject: 'vintages.csv', dyadId, detail: { method } })
    return new Response(vintagesCsv(table), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${table.dyadId}-vintages-method-of-${method}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
