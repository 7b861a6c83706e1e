import * as z from 'zod/mini'
import { isDyadId } from '@/lib/core/dyad'
import type { MethodParameters } from '@/lib/core/scoring'
import { typedText } from '@/lib/typed-text'
import { judgeParameters } from './judge-parameters'

/** All parameters of a method, each within its range; faults are told by path, such as `halfLife.short`. Their name is dropped. */
export const parametersSchema = z.pipe(
  z.unknown(),
  z.transform((input, context): MethodParameters => {
    const judged = judgeParameters(input)
    if (judged.ok) return judged.parameters
    for (const { path, message } of judged.faults)
      context.issues.push({ code: 'custom', message, input, path: path.split('.') })
    return z.NEVER
  }),
)

const title = typedText().check(
  z.trim(),
  z.minLength(3, 'Say in a few words what the draft is about.'),
  z.maxLength(120, 'The title may have at most 120 characters.'),
)
const note = z.prefault(
  typedText().check(z.trim(), z.maxLength(4000, 'The note may have at most 4000 characters.')),
  '',
)
const version = typedText().check(z.minLength(1), z.maxLength(20))
const draft = { id: z.uuid('There is no such draft.'), baseRevision: z.int() }

/**
 * A new draft. Without `basedOn` it starts from the version in use, without `parameters` from those of that version. `requestId`
 * is chosen by the form and becomes its id, so that a save whose answer was lost can be repeated safely.
 */
export const newDraftSchema = z.object({
  title,
  note,
  basedOn: z.optional(version),
  parameters: z.optional(parametersSchema),
  requestId: z.optional(z.uuid()),
})
export type NewDraft = z.infer<typeof newDraftSchema>

/** A save of a draft. `baseRevision` is the one it was read at. */
export const saveDraftSchema = z.object({ ...draft, title, note, parameters: parametersSchema })
export type DraftSave = z.infer<typeof saveDraftSchema>

export const discardDraftSchema = z.object(draft)
export type DraftDiscard = z.infer<typeof discardDraftSchema>

export const LEAST_REASON = 10

/** The publication of a draft. With `inUse` it is refused where another version has come into use since. */
export const publishDraftSchema = z.object({
  ...draft,
  reason: typedText().check(
    z.trim(),
    z.minLength(LEAST_REASON, `Say why, in at least ${LEAST_REASON} characters.`),
    z.maxLength(1000, 'The reason may have at most 1000 characters.'),
  ),
  inUse: z.optional(version),
})
export type DraftPublication = z.infer<typeof publishDraftSchema>

/** What one dyad would look like by some parameters. */
export const previewSchema = z.object({
  dyadId: typedText().check(z.refine(isDyadId, 'No such dyad')),
  parameters: parametersSchema,
})
export type PreviewInput = z.infer<typeof previewSchema>

/** Whether a text from an address can be the id of a draft. */
export const isDraftId = (id: string): boolean => z.uuid().safeParse(id).success
