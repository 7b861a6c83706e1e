import * as z from 'zod/mini'
import { posting } from '@/lib/api/handler'
import { similarIncidents } from '@/lib/incidents/similar'
import { typedText } from '@/lib/typed-text'

const text = z.prefault(typedText().check(z.maxLength(500)), '')

/** What is typed so far: a half-filled form asks too, so nothing is required. */
const schema = z.object({
  incident: z.object({ actor: text, target: text, date: text, code: text, title: text }),
  exclude: z.optional(z.object({ dyadId: typedText(), id: typedText() })),
})

/** Likely duplicates of what is being typed. */
export const POST = posting('incident:create', schema, (viewer, { incident, exclude }) =>
  similarIncidents(viewer, { ...incident, exclude }),
)
