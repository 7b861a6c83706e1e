import * as z from 'zod/mini'
import { todayUtc } from '@/lib/clock'
import { dayOf, isRealDate } from '@/lib/core/calendar'
import { CONFIDENCES, indicatorOf, RELIABILITIES } from '@/lib/core/codebook'
import { isDyadId } from '@/lib/core/dyad'
import { isCountry } from '@/lib/countries'
import { typedText } from '@/lib/typed-text'

/** No incident is coded before this day: earlier states are not those of today's country codes. */
const EARLIEST_DAY = dayOf('1900-01-01')

export const DATE_PRECISIONS = ['day', 'interval', 'month', 'ongoing'] as const
export const STATUSES = ['draft', 'in_review', 'returned', 'approved', 'retracted'] as const
export const KINDS = ['incident', 'context'] as const
export const PROPOSALS = ['new', 'correction', 'retraction'] as const
export type Status = (typeof STATUSES)[number]
/** What a revision that is not in force asks for. */
export type Proposal = (typeof PROPOSALS)[number]

const text = (label: string, most: number) =>
  z.prefault(typedText().check(z.trim(), z.maxLength(most, `${label} may have at most ${most} characters`)), '')

const calendarDate = (label: string) =>
  typedText().check(
    z.trim(),
    z.refine((value) => isRealDate(value), `${label} is not a calendar date (use YYYY-MM-DD)`),
    z.refine((value) => !isRealDate(value) || dayOf(value) >= EARLIEST_DAY, `${label} is before 1900`),
    // One day of grace: it is tomorrow already in half of the world's time zones.
    z.refine((value) => !isRealDate(value) || dayOf(value) <= todayUtc() + 1, `${label} lies in the future`),
  )

const optionalDate = (label: string) => z.prefault(z.union([z.literal(''), calendarDate(label)]), '')

const country = (label: string) =>
  typedText().check(z.trim(), z.toUpperCase(), z.refine(isCountry, `${label} is not an ISO 3166-1 country`))

export const sourceSchema = z.object({
  outlet: typedText().check(
    z.trim(),
    z.minLength(1, 'Name the outlet'),
    z.maxLength(200, 'The outlet may have at most 200 characters'),
  ),
  date: optionalDate('The source’s date'),
  url: z.prefault(
    typedText().check(
      z.trim(),
      z.maxLength(2000, 'The address may have at most 2000 characters'),
      z.refine((value) => value === '' || isWebAddress(value), 'The address must start with http:// or https://'),
    ),
    '',
  ),
  quote: text('The quote', 2000),
  reliability: z.enum(RELIABILITIES, 'Choose a reliability from A to F'),
})

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

const tag = typedText().check(
  z.trim(),
  z.minLength(1, 'A tag is empty'),
  z.maxLength(40, 'A tag may have at most 40 characters'),
)

const fields = z.object({
  kind: z.prefault(z.enum(KINDS), 'incident'),
  /** Only for context: the dyad on whose chart it is drawn. An incident's dyad follows from actor and target. */
  dyadId: z.prefault(typedText().check(z.trim()), ''),
  actor: country('The actor'),
  target: z.prefault(z.union([z.literal(''), country('The target')]), ''),
  mutual: z.prefault(z.boolean(), false),
  date: calendarDate('The date'),
  dateEnd: optionalDate('The end'),
  ongoing: z.prefault(z.boolean(), false),
  datePrecision: z.prefault(z.enum(DATE_PRECISIONS), 'day'),
  dateEarliest: optionalDate('The earliest day'),
  dateLatest: optionalDate('The latest day'),
  dateBasis: text('The basis of the date', 300),
  code: z.prefault(typedText().check(z.trim(), z.toUpperCase()), ''),
  credibility: z.number('Choose a credibility from 1 to 6').check(z.int(), z.minimum(1), z.maximum(6)),
  confidence: z.enum(CONFIDENCES, 'Choose how sure the rung is'),
  actorType: text('The kind of actor', 100),
  location: text('The place', 200),
  title: typedText().check(
    z.trim(),
    z.minLength(3, 'Give a title of at least 3 characters'),
    z.maxLength(200, 'The title may have at most 200 characters'),
  ),
  summary: text('The summary', 2000),
  note: text('The note', 5000),
  tags: z.prefault(z.array(tag).check(z.maxLength(12, 'At most 12 tags')), []),
  sources: z
    .array(sourceSchema)
    .check(z.minLength(1, 'Name at least one source'), z.maxLength(20, 'At most 20 sources')),
  respondsTo: z.prefault(typedText().check(z.trim(), z.maxLength(60)), ''),
  respondsBasis: z.prefault(z.enum(['', 'source', 'analyst']), ''),
})

type Fields = z.infer<typeof fields>

interface Rule {
  path: keyof Fields
  message: string
  broken: (input: Fields) => boolean
}

const day = (value: string | undefined): number => (value && isRealDate(value) ? dayOf(value) : Number.NaN)

/** What spans several fields. Each is checked even where other fields are wrong, so that a form shows all faults at once. */
const RULES: Rule[] = [
  { path: 'target', message: 'Choose the target', broken: (i) => i.kind === 'incident' && !i.target },
  { path: 'target', message: 'Actor and target must differ', broken: (i) => Boolean(i.target) && i.actor === i.target },
  { path: 'code', message: 'Choose an indicator', broken: (i) => i.kind === 'incident' && !i.code },
  {
    path: 'code',
    message: 'No such indicator in the codebook',
    broken: (i) => Boolean(i.code) && !indicatorOf(i.code),
  },
  { path: 'dyadId', message: 'Choose the dyad', broken: (i) => i.kind === 'context' && !isDyadId(i.dyadId ?? '') },
  { path: 'mutual', message: 'Context cannot be a joint act', broken: (i) => i.kind === 'context' && i.mutual },
  { path: 'dateEnd', message: 'The end lies before the start', broken: (i) => day(i.dateEnd) < day(i.date) },
  {
    path: 'dateEnd',
    message: 'An act that still goes on has no end yet',
    broken: (i) => i.ongoing && Boolean(i.dateEnd),
  },
  {
    path: 'dateEarliest',
    message: 'Give the earliest day it can have been',
    broken: (i) => i.datePrecision === 'interval' && !i.dateEarliest,
  },
  {
    path: 'dateLatest',
    message: 'Give the latest day it can have been',
    broken: (i) => i.datePrecision === 'interval' && !i.dateLatest,
  },
  {
    path: 'dateLatest',
    message: 'The latest day lies before the earliest',
    broken: (i) => day(i.dateLatest) < day(i.dateEarliest),
  },
  {
    path: 'dateEarliest',
    message: 'The date lies before its earliest day',
    broken: (i) => day(i.date) < day(i.dateEarliest),
  },
  { path: 'dateLatest', message: 'The date lies after its latest day', broken: (i) => day(i.date) > day(i.dateLatest) },
  {
    path: 'respondsBasis',
    message: 'Say whether the source or the analyst sees it as an answer',
    broken: (i) => Boolean(i.respondsTo) && !i.respondsBasis,
  },
]

/** The rules look at each field with care, for some may be missing or wrong here. */
const isFields = (input: unknown): input is Fields => typeof input === 'object' && input !== null

/**
 * The one shape of an incident as it comes in: form, action, API and import parse with it. Text is trimmed, codes are in
 * capitals, what is left out is ''.
 */
export const incidentSchema = fields.check(
  ...RULES.map(({ path, message, broken }) =>
    z.refine((input: unknown) => !isFields(input) || !broken(input), { path: [path], message, when: () => true }),
  ),
)

export type IncidentInput = z.infer<typeof fields>
export type SourceInput = z.infer<typeof sourceSchema>

export const reasonSchema = typedText().check(
  z.trim(),
  z.minLength(3, 'Say why, in a few words'),
  z.maxLength(500, 'At most 500 characters'),
)

export const optionalReasonSchema = z.prefault(
  typedText().check(z.trim(), z.maxLength(500, 'At most 500 characters')),
  '',
)

/** The fields that name an incident. */
export const addressFields = {
  dyadId: typedText().check(z.refine(isDyadId, 'No such dyad')),
  id: typedText().check(z.minLength(1), z.maxLength(60)),
}

export const createSchema = z.object({
  incident: incidentSchema,
  /** Chosen by the client before it saves: the same save sent twice makes one incident. */
  requestId: z.optional(z.uuid()),
  submit: z.boolean(),
})
export const editSchema = z.object({
  ...addressFields,
  baseRevision: z.int(),
  incident: incidentSchema,
  submit: z.boolean(),
  reason: optionalReasonSchema,
})
export const retractSchema = z.object({ ...addressFields, baseRevision: z.int(), reason: reasonSchema })
export const restoreSchema = z.object({
  ...addressFields,
  baseRevision: z.int(),
  /** The revision whose content is proposed again. */
  revision: z.int(),
  reason: reasonSchema,
})
export const withdrawSchema = z.object({ ...addressFields, baseRevision: z.int(), reason: optionalReasonSchema })

export type CreateInput = z.infer<typeof createSchema>
export type EditInput = z.infer<typeof editSchema>
export type RetractInput = z.infer<typeof retractSchema>
export type RestoreInput = z.infer<typeof restoreSchema>
export type WithdrawInput = z.infer<typeof withdrawSchema>
