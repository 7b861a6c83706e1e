import { reading } from '@/lib/api/handler'
import { answerableIncidents } from '@/lib/incidents/similar'
import { isKeepable } from '@/lib/typed-text'

/** Incidents of `?dyad=` that another may answer; `?q=` narrows them. */
export const GET = reading('incident:create', async (viewer, request) => {
  const { searchParams } = new URL(request.url)
  const text = (searchParams.get('q') ?? '').trim().slice(0, 100)
  // No incident holds what cannot be kept.
  if (!isKeepable(text)) return Response.json([])
  return Response.json(await answerableIncidents(viewer, searchParams.get('dyad') ?? '', text))
})
