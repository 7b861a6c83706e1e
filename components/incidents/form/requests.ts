import { isRealDate } from '@/lib/core/calendar'
import { type FormValues, inputOf } from '@/lib/incidents/form-values'
import { incidentSchema } from '@/lib/incidents/schema'
import type { IncidentRow, Preview, SimilarIncident } from '@/lib/incidents/views'

/** An incident by its address. */
export interface IncidentKey {
  dyadId: string
  id: string
}

/** The title stands in until one is typed: it takes no part in the score, and the server asks for a whole incident. */
const UNNAMED = 'Untitled'

/** What to ask the server for the effect of what is typed; null while it has no effect that could be known. */
export function previewBody(values: FormValues, replacing: IncidentKey | undefined): string | null {
  if (values.kind === 'context') return null
  const graded = values.sources.filter((source) => source.reliability !== '')
  const incident = {
    ...inputOf(values),
    // None of this changes the effect; left out, so that a half-typed address does not hold the figure up.
    ...{
      summary: '',
      note: '',
      location: '',
      actorType: '',
      dateBasis: '',
      tags: [],
      respondsTo: '',
      respondsBasis: '',
    },
    title: UNNAMED,
    confidence: values.confidence || 'moderate',
    sources: graded.map(({ reliability }) => ({ outlet: UNNAMED, date: '', url: '', quote: '', reliability })),
  }
  return incidentSchema.safeParse(incident).success ? JSON.stringify({ incident, replacing }) : null
}

/** What to ask the server for likely duplicates; null until there is something to compare. */
export function similarBody(values: FormValues, exclude: IncidentKey | undefined): string | null {
  const { actor, target, date, code, title, kind, dyadId } = values
  const comparable = kind === 'incident' && actor !== '' && target !== '' && actor !== target && isRealDate(date)
  if (!comparable || (code === '' && title.trim().length < 4)) return null
  return JSON.stringify({ incident: { kind, dyadId, actor, target, date, code, title }, exclude })
}

async function answerOf<T>(url: string, init: RequestInit): Promise<T | null> {
  const response = await fetch(url, init)
  return response.ok ? ((await response.json()) as T) : null
}

/** Posts JSON and returns the answer; null when the server has none for it. Rejects when the server cannot be reached. */
const post = <T>(url: string, body: string, signal: AbortSignal) =>
  answerOf<T>(url, { method: 'POST', body, signal, headers: { 'content-type': 'application/json' } })

export const fetchPreview = (body: string, signal: AbortSignal) =>
  post<Preview>('/api/v1/incidents/preview', body, signal)

export const fetchSimilar = (body: string, signal: AbortSignal) =>
  post<SimilarIncident[]>('/api/v1/incidents/similar', body, signal)

export const fetchAnswerable = (dyadId: string, signal: AbortSignal) =>
  answerOf<IncidentRow[]>(`/api/v1/incidents/answerable?dyad=${encodeURIComponent(dyadId)}`, { signal })
