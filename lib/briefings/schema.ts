import * as z from 'zod/mini'
import { METHOD_CHOICES } from '@/lib/as-of/schema'
import { isRealDate, isWeekId, weekStartFromId } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import { timeZoneSchema } from '@/lib/team/time-zone'
import { typedText } from '@/lib/typed-text'
import { BRIEFING_KINDS, LANGUAGES, SECTION_KEYS, SHAREABLE_MARKS, TLP_MARKS } from './model/terms'
import { EXPORT_FORMATS } from './render/formats'

/** Dyads of one briefing: each is gathered, scored and drawn. */
export const MOST_DYADS = 30
/** Weeks that a special report may tell of: ten years. */
export const MOST_WEEKS = 520
export const MOST_EMAILS = 5
/** Days after which a link ends at the latest. */
export const MOST_LINK_DAYS = 90
export const MOST_SENTENCE_CHARACTERS = 2000
/** Bytes of a logo. */
export const MOST_LOGO_BYTES = 200_000

const BRIEFING_ID = /^\d{4}-\d{3,6}$/
/** Whether a part of an address can be the number of a published briefing. */
export const isBriefingId = (text: string): boolean => BRIEFING_ID.test(text)
/** Whether a part of an address can be the id of a draft, a template, a schedule or a link. */
export const isRowId = (value: unknown): value is string => z.uuid().safeParse(value).success

const dyadId = z.string().check(z.refine(isDyadId, 'There is no such dyad'))
const dyadIds = z.array(dyadId).check(
  z.minLength(1, 'Choose at least one dyad'),
  z.maxLength(MOST_DYADS, `At most ${MOST_DYADS} dyads`),
  z.refine((ids) => new Set(ids).size === ids.length, 'A dyad is named twice'),
)
const week = z.string().check(z.refine(isWeekId, 'Give a week such as 2025-W27'))
const sections = z.array(z.enum(SECTION_KEYS)).check(
  z.minLength(1, 'Keep at least one section'),
  z.refine((keys) => new Set(keys).size === keys.length, 'A section is named twice'),
)
const language = z.enum(LANGUAGES, 'Choose a language')
const mark = z.enum(TLP_MARKS, 'Choose a mark')
const formats = z.array(z.enum(EXPORT_FORMATS)).check(
  z.minLength(1, 'Choose a format'),
  z.refine((list) => new Set(list).size === list.length, 'Named twice'),
)
const typed = (most: number, what: string) =>
  typedText().check(z.trim(), z.maxLength(most, `The ${what} may have at most ${most} characters`))
const templateId = z.nullable(z.uuid('There is no such template'))

/** An instant, or a UTC day for its end. Left out it is now. */
const asOf = z.optional(typedText().check(z.maxLength(40)))

/** One by one, each said. */
const saidFields = {
  kind: z.enum(BRIEFING_KINDS),
  dyadIds,
  /** Ids of the first and the last week that it tells of; only a special report has two. */
  fromWeek: week,
  toWeek: week,
  language,
  mark,
  templateId,
  /** In their order; those of the template or the kind where it is null. */
  sections: z.nullable(sections),
  /** '' for the title that the rules give. */
  title: typed(200, 'title'),
  method: z.enum(METHOD_CHOICES),
}
const settingFields = {
  ...saidFields,
  templateId: z.prefault(templateId, null),
  sections: z.prefault(saidFields.sections, null),
  title: z.prefault(saidFields.title, ''),
  method: z.prefault(saidFields.method, 'then'),
}

interface Span {
  kind: string
  dyadIds: string[]
  fromWeek: string
  toWeek: string
}

const oneDyad = z.refine<Span>(({ kind, dyadIds: ids }) => kind !== 'weekly' || ids.length === 1, {
  path: ['dyadIds'],
  error: 'A weekly briefing tells of one dyad',
})
const weeksOf = ({ fromWeek, toWeek }: Span) => (weekStartFromId(toWeek) - weekStartFromId(fromWeek)) / 7 + 1
const rightSpan = z.refine<Span>(
  (span) => {
    if (!isWeekId(span.fromWeek) || !isWeekId(span.toWeek)) return true
    return span.kind === 'special' ? weeksOf(span) >= 1 && weeksOf(span) <= MOST_WEEKS : weeksOf(span) === 1
  },
  {
    path: ['toWeek'],
    error: `Only a special report has more than one week, at most ${MOST_WEEKS}, the first one first`,
  },
)

/** What a draft is made by, but for its edits. */
export const settingsSchema = z.object(settingFields).check(oneDyad, rightSpan)
export type DraftSettings = z.infer<typeof settingsSchema>

/** What is asked for without a draft: settings, and the moment. */
export const briefSchema = z.object({ ...settingFields, asOf }).check(oneDyad, rightSpan)
export type BriefInput = z.infer<typeof briefSchema>

/** What was read before it is changed. */
const seen = { id: z.uuid('There is no such entry'), baseRevision: z.int() }

/**
 * A new draft. `requestId` is chosen by the form and becomes its id, so that a save whose answer was lost can be repeated.
 * `supersedes` names the published briefing that it is to replace.
 */
export const newDraftSchema = z
  .object({
    ...settingFields,
    asOf,
    requestId: z.optional(z.uuid()),
    supersedes: z.prefault(z.nullable(z.string().check(z.refine(isBriefingId, 'There is no such briefing'))), null),
  })
  .check(oneDyad, rightSpan)
/** Those settings that are to change; what is left out stays. Whether they fit the others is known when they are put to them. */
export const changeDraftSchema = z.object({ ...seen, ...z.partial(z.object(saidFields)).shape })
/** A new draft out of a published briefing, to replace it: its settings and edits, the record as it is now. */
export const reviseSchema = z.object({ briefingId: z.string(), requestId: z.optional(z.uuid()) })
const sentenceKey = typedText().check(z.minLength(1), z.maxLength(300))
/** An analyst's own words for a sentence. */
export const editSentenceSchema = z.object({
  ...seen,
  key: sentenceKey,
  text: typedText().check(
    z.trim(),
    z.minLength(1, 'Write the sentence, or take the edit back'),
    z.maxLength(MOST_SENTENCE_CHARACTERS, `A sentence may have at most ${MOST_SENTENCE_CHARACTERS} characters`),
  ),
})
export const takeBackEditSchema = z.object({ ...seen, key: sentenceKey })
/** Reads the record anew, as of a moment. */
export const refreshSchema = z.object({ ...seen, asOf })
export const archiveSchema = z.object({ ...seen, archived: z.boolean() })
/**
 * Freezes a draft. `reason` says why it replaces another; '' where it replaces none. `unmatchedSeen`: somebody looked at the numbers
 * in edited sentences that the data does not have.
 */
export const publishSchema = z.object({
  ...seen,
  reason: z.prefault(typed(1000, 'reason'), ''),
  unmatchedSeen: z.prefault(z.boolean(), false),
})
/** The same in the background. `requestId` is chosen by the page and becomes the job's id. */
export const newPublicationSchema = z.extend(publishSchema, { requestId: z.optional(z.uuid()) })

/** A PNG in base64. */
const logo = z.nullable(
  z
    .string()
    .check(
      z.maxLength(Math.ceil(MOST_LOGO_BYTES / 3) * 4, 'The logo may have at most 200 kB'),
      z.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Not a picture'),
    ),
)
const templateFields = {
  name: typed(80, 'name').check(z.minLength(1, 'Give it a name')),
  teamName: typed(120, 'team’s name').check(z.minLength(1, 'Name the team')),
  footer: z.prefault(typed(300, 'footer'), ''),
  /** Parts by kind; those of the kind where it has none. */
  sections: z.prefault(z.partialRecord(z.enum(BRIEFING_KINDS), sections), {}),
  language,
  mark,
}
export const newTemplateSchema = z.object({ ...templateFields, logo, requestId: z.optional(z.uuid()) })
/** `logo` undefined leaves the one that is there. */
export const changeTemplateSchema = z.object({ ...seen, ...templateFields, logo: z.optional(logo) })

/** A link ends at the end of a UTC day. */
const endDate = z.string().check(z.trim(), z.refine(isRealDate, 'Give a date that exists, as YYYY-MM-DD'))
export const shareBriefingSchema = z.object({ briefingId: z.string(), endDate })
/** A dyad's page has no mark of its own: whoever shares it says one. */
export const shareDyadSchema = z.object({ dyadId, endDate, mark: z.enum(SHAREABLE_MARKS as ['GREEN', 'CLEAR']) })
export const revokeLinkSchema = z.object({ id: z.uuid() })

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const scheduleFields = {
  name: typed(80, 'name').check(z.minLength(3, 'Give it a name of at least 3 characters')),
  kind: z.enum(BRIEFING_KINDS),
  /** Dyads by name, or those of a watchlist at the time. */
  of: z.discriminatedUnion('by', [
    z.object({ by: z.literal('dyads'), dyadIds }),
    z.object({ by: z.literal('list'), listId: z.uuid('Choose a watchlist') }),
  ]),
  /** Weeks that it tells of, the last one being the week that ended before it is made. */
  weeks: z.prefault(z.int().check(z.minimum(1), z.maximum(MOST_WEEKS)), 1),
  /** 1 for Monday … 7. */
  weekday: z.prefault(z.int().check(z.minimum(1), z.maximum(7)), 1),
  time: z.prefault(z.string().check(z.regex(TIME, 'Give a time such as 07:00')), '07:00'),
  /** '' for the team's. */
  timeZone: z.prefault(z.union([z.literal(''), timeZoneSchema]), ''),
  language,
  mark,
  templateId: settingFields.templateId,
  /** Published by itself, or left as a draft for somebody to look at. */
  publish: z.boolean(),
  emails: z
    .array(z.email('This is not an e-mail address').check(z.maxLength(254, 'An address is too long')))
    .check(z.maxLength(MOST_EMAILS, `At most ${MOST_EMAILS} addresses`)),
  /** Into the folder that the desk's settings name. */
  folder: z.boolean(),
  /** What is mailed and put into the folder. */
  formats,
}
const scheduleChecks = [
  z.refine<{ kind: string; weeks: number }>(({ kind, weeks }) => kind === 'special' || weeks === 1, {
    path: ['weeks'],
    error: 'Only a special report has more than one week',
  }),
  z.refine<{ kind: string; of: { by: string; dyadIds?: string[] } }>(
    ({ kind, of }) => kind !== 'weekly' || (of.by === 'dyads' && of.dyadIds?.length === 1),
    { path: ['of'], error: 'A weekly briefing tells of one dyad' },
  ),
] as const
/** A machine may know a zone no more that another knew when the schedule was made: it can be read all the same, and changed. */
const scheduleShape = z.object({ ...scheduleFields, timeZone: z.prefault(z.string(), '') })
export type ScheduleState = z.infer<typeof scheduleShape>
/** A stored schedule. */
export const scheduleStateOf = (stored: unknown): ScheduleState => scheduleShape.parse(stored)
export const newScheduleSchema = z
  .object({ ...scheduleFields, requestId: z.optional(z.uuid()) })
  .check(scheduleChecks[0], scheduleChecks[1])
export const changeScheduleSchema = z.object({ ...seen, ...scheduleFields }).check(scheduleChecks[0], scheduleChecks[1])
export const switchScheduleSchema = z.object({ ...seen, status: z.enum(['on', 'off', 'archived']) })

/** Asks for a file of a draft. `requestId` is chosen by the page and becomes the job's id, so that a lost answer can be asked for again. */
export const newExportSchema = z.object({
  draftId: z.uuid('There is no such draft'),
  format: z.enum(EXPORT_FORMATS),
  requestId: z.optional(z.uuid()),
})

export const exportIdSchema = z.object({ id: z.uuid('There is no such export') })

export type NewDraftInput = z.infer<typeof newDraftSchema>
export type ChangeDraftInput = z.infer<typeof changeDraftSchema>
export type ReviseInput = z.infer<typeof reviseSchema>
export type EditSentenceInput = z.infer<typeof editSentenceSchema>
export type TakeBackEditInput = z.infer<typeof takeBackEditSchema>
export type RefreshInput = z.infer<typeof refreshSchema>
export type ArchiveInput = z.infer<typeof archiveSchema>
export type NewPublicationInput = z.infer<typeof newPublicationSchema>
export type PublishInput = z.infer<typeof publishSchema>
export type NewTemplateInput = z.infer<typeof newTemplateSchema>
export type ChangeTemplateInput = z.infer<typeof changeTemplateSchema>
export type ShareBriefingInput = z.infer<typeof shareBriefingSchema>
export type ShareDyadInput = z.infer<typeof shareDyadSchema>
export type RevokeLinkInput = z.infer<typeof revokeLinkSchema>
export type NewScheduleInput = z.infer<typeof newScheduleSchema>
export type ChangeScheduleInput = z.infer<typeof changeScheduleSchema>
export type SwitchScheduleInput = z.infer<typeof switchScheduleSchema>
export type NewExportInput = z.infer<typeof newExportSchema>
