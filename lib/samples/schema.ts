import * as z from 'zod/mini'
import { todayUtc } from '@/lib/clock'
import { dayOf, isRealDate } from '@/lib/core/calendar'
import { CONFIDENCES, indicatorOf } from '@/lib/core/codebook'
import { filterSchema } from '@/lib/incidents/filter'
import { reasonSchema } from '@/lib/incidents/schema'
import { typedText } from '@/lib/typed-text'

/** Units that one sample may have: a coder's week, and few enough to be compared at once. */
export const MOST_UNITS = 500
export const MOST_CODERS = 6
/** The largest seed: what the database's integer holds. */
export const LARGEST_SEED = 2 ** 31 - 1

const EARLIEST_DAY = dayOf('1900-01-01')

const day = typedText().check(
  z.trim(),
  z.minLength(1, 'Give the first day'),
  z.refine((value) => value === '' || isRealDate(value), 'The date is not a calendar date (use YYYY-MM-DD)'),
  z.refine((value) => !isRealDate(value) || dayOf(value) >= EARLIEST_DAY, 'The date is before 1900'),
  // One day of grace: it is tomorrow already in half of the world's time zones.
  z.refine((value) => !isRealDate(value) || dayOf(value) <= todayUtc() + 1, 'The date lies in the future'),
)

const coders = z.array(z.uuid()).check(z.maxLength(MOST_CODERS, `At most ${MOST_CODERS} coders`))

/** What a sample would be drawn from, for its size to be shown while it is put together. */
export const previewSchema = z.object({ filter: filterSchema, coders, excludeOwn: z.boolean() })

export const drawSchema = z.object({
  title: typedText().check(
    z.trim(),
    z.minLength(3, 'Give the sample a title of at least 3 characters'),
    z.maxLength(120, 'The title may have at most 120 characters'),
  ),
  filter: filterSchema,
  size: z
    .int('Say how many units to draw')
    .check(z.minimum(1, 'Draw at least one unit'), z.maximum(MOST_UNITS, `At most ${MOST_UNITS} units`)),
  coders: coders.check(
    z.refine((ids) => new Set(ids).size === ids.length, 'A coder is named twice'),
    z.minLength(2, 'Choose at least two coders'),
  ),
  /** Leaves out what one of the coders wrote, decided or coded before. */
  excludeOwn: z.prefault(z.boolean(), true),
  /** The same seed over the same record draws the same units; by default a random one. */
  seed: z.optional(
    z.int('The seed is a whole number').check(z.minimum(0, 'At least 0'), z.maximum(LARGEST_SEED, 'That is too large')),
  ),
  /** Chosen by the client before it sends: the same draw sent twice makes one sample. */
  requestId: z.optional(z.uuid()),
})

export const sampleSchema = z.object({ sampleId: z.uuid() })
/** A coder of a sample, or who is to be one. */
export const coderSchema = z.object({ sampleId: z.uuid(), coderId: z.uuid('Choose who is to code') })
/** Whether a part of an address can be a sample's id. */
export const isSampleId = (value: unknown): value is string => z.uuid().safeParse(value).success

export const sampleIdsSchema = z.object({ sampleIds: z.array(z.uuid()).check(z.minLength(1, 'Choose a sample')) })

const unit = { sampleId: z.uuid(), ordinal: z.int().check(z.minimum(1), z.maximum(MOST_UNITS)) }

/** What a coder says of an incident. */
const coding = {
  code: typedText('Choose an indicator').check(
    z.trim(),
    z.toUpperCase(),
    z.minLength(1, 'Choose an indicator'),
    z.refine((code) => code === '' || indicatorOf(code) !== undefined, 'No such indicator in the codebook'),
  ),
  date: day,
  credibility: z.number('Choose a credibility from 1 to 6').check(z.int(), z.minimum(1), z.maximum(6)),
  confidence: z.enum(CONFIDENCES, 'Choose how sure the rung is'),
}

const mostNote = z.maxLength(2000, 'The note may have at most 2000 characters')

/** How somebody codes a unit, or that its sources do not let it be coded, with why. */
export const codingSchema = z.discriminatedUnion('codable', [
  z.object({
    ...unit,
    ...coding,
    codable: z.literal(true),
    note: z.prefault(typedText().check(z.trim(), mostNote), ''),
  }),
  z.object({
    ...unit,
    codable: z.literal(false),
    note: typedText().check(z.trim(), z.minLength(3, 'Say what the sources lack'), mostNote),
  }),
])

/** How the codings of a unit are resolved. `baseRevision` is the latest revision of the incident that was seen. */
export const adjudicateSchema = z.object({
  ...unit,
  baseRevision: z.int(),
  choice: z.object(coding),
  reason: reasonSchema,
})

export type PreviewInput = z.infer<typeof previewSchema>
type Draw = z.infer<typeof drawSchema>
/** What a draw asks for; the coders' own work is left out unless it says otherwise. */
export type DrawInput = Omit<Draw, 'excludeOwn'> & Partial<Pick<Draw, 'excludeOwn'>>
export type CoderInput = z.infer<typeof coderSchema>
export type CodingInput = z.infer<typeof codingSchema>
export type AdjudicateInput = z.infer<typeof adjudicateSchema>
export type CodingChoice = AdjudicateInput['choice']
