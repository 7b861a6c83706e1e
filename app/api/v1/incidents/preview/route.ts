import * as z from 'zod/mini'
import { posting } from '@/lib/api/handler'
import { previewIncident } from '@/lib/incidents/preview'
import { incidentSchema } from '@/lib/incidents/schema'
import { typedText } from '@/lib/typed-text'

const schema = z.object({
  incident: incidentSchema,
  replacing: z.optional(z.object({ dyadId: typedText(), id: typedText() })),
})

/** What an incident would do to the score; nothing is written. */
export const POST = posting('incident:create', schema, (viewer, { incident, replacing }) =>
  previewIncident(viewer, incident, replacing),
)
