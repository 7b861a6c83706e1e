import * as z from 'zod/mini'
import { dayOf, isRealDate } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import { typedText } from '@/lib/typed-text'

export const MOST_CHARACTERS = 280

const EARLIEST = '1900-01-01'
/** Days before this are not coded either. */
const EARLIEST_DAY = dayOf(EARLIEST)

const date = typedText().check(
  z.trim(),
  z.refine(isRealDate, 'Give a date that exists, as YYYY-MM-DD'),
  z.refine((text) => !isRealDate(text) || dayOf(text) >= EARLIEST_DAY, 'The date lies before 1900'),
)

const reason = typedText().check(
  z.trim(),
  z.minLength(1, 'Say why'),
  z.maxLength(500, 'The reason may have at most 500 characters'),
)

const dyadId = typedText().check(z.refine(isDyadId, 'No such dyad'))

const contentFields = {
  date,
  /** '' for a single day. */
  dateEnd: z.prefault(z.union([z.literal(''), date]), ''),
  text: typedText().check(
    z.trim(),
    z.minLength(1, 'Write what the charts should say'),
    z.maxLength(MOST_CHARACTERS, `An annotation may have at most ${MOST_CHARACTERS} characters`),
  ),
}

interface Span {
  date: string
  dateEnd: string
}

/** ISO dates compare like text. A span that ends on its first day is that day. */
const endsAfterStart = z.refine<Span>(({ date: start, dateEnd }) => dateEnd === '' || dateEnd >= start, {
  path: ['dateEnd'],
  error: 'The last day lies before the first',
})

const addressFields = { dyadId, id: z.uuid() }
const editFields = { ...addressFields, baseRevision: z.int().check(z.minimum(1)), reason }

/** A new annotation. Whoever writes it chooses its id, so that a save whose answer was lost can be repeated. */
export const createAnnotationSchema = z.object({ ...addressFields, ...contentFields }).check(endsAfterStart)
/** A later state of one, from the revision that its editor saw. */
export const editAnnotationSchema = z.object({ ...editFields, ...contentFields }).check(endsAfterStart)
/** Takes one off the charts; it stays in the history. */
export const withdrawAnnotationSchema = z.object(editFields)

export type CreateAnnotationInput = z.infer<typeof createAnnotationSchema>
export type EditAnnotationInput = z.infer<typeof editAnnotationSchema>
export type WithdrawAnnotationInput = z.infer<typeof withdrawAnnotationSchema>
