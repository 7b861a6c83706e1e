import * as z from 'zod/mini'
import { addressFields } from '@/lib/incidents/schema'
import { typedText } from '@/lib/typed-text'

export const MOST_CHARACTERS = 4000

const bodySchema = typedText().check(
  z.trim(),
  z.minLength(1, 'Write something first'),
  z.maxLength(MOST_CHARACTERS, `A comment may have at most ${MOST_CHARACTERS} characters`),
)

const threadSchema = z.int().check(z.minimum(1, 'No such thread'))

/** Something to say about an incident; `threadOf` is the number of a thread's first comment, null begins a thread. */
export const addCommentSchema = z.object({ ...addressFields, threadOf: z.nullable(threadSchema), body: bodySchema })
/** A thread to close or to open again. */
export const threadOfSchema = z.object({ ...addressFields, thread: threadSchema })

export type AddCommentInput = z.infer<typeof addCommentSchema>
export type ThreadInput = z.infer<typeof threadOfSchema>
