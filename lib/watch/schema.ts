import * as z from 'zod/mini'
import { CATEGORIES } from '@/lib/core/codebook'
import { isDyadId } from '@/lib/core/dyad'
import type { WatchCondition } from '@/lib/core/watch'
import { typedText } from '@/lib/typed-text'

export const MOST_DYADS = 200
export const MOST_EMAILS = 5
export const SCOPES = ['own', 'team'] as const
export type Scope = (typeof SCOPES)[number]

const name = typedText().check(
  z.trim(),
  z.minLength(3, 'Give it a name of at least 3 characters'),
  z.maxLength(80, 'The name may have at most 80 characters'),
)
const note = z.prefault(typedText().check(z.trim(), z.maxLength(1000, 'The note may have at most 1000 characters')), '')
const dyadId = z.string().check(z.refine(isDyadId, 'There is no such dyad'))
const dyadIds = z.array(dyadId).check(
  z.minLength(1, 'Put at least one dyad on the list'),
  z.maxLength(MOST_DYADS, `At most ${MOST_DYADS} dyads`),
  z.refine((ids) => new Set(ids).size === ids.length, 'A dyad is named twice'),
)
/** What was read before it is changed. */
const seen = { id: z.uuid('There is no such entry'), baseRevision: z.int() }

/** A new list. `requestId` is chosen by the form and becomes its id, so that a save whose answer was lost can be repeated. */
export const newListSchema = z.object({ scope: z.enum(SCOPES), name, note, dyadIds, requestId: z.optional(z.uuid()) })
export const changeListSchema = z.object({ ...seen, name, note, dyadIds })
export const archiveSchema = z.object({ ...seen, archived: z.boolean() })

const whole = (least: number, most: number, message: string) =>
  z.int(message).check(z.minimum(least, message), z.maximum(most, message))

export const conditionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('band'),
    level: whole(-1, 5, 'Choose a band'),
    orAbove: z.boolean(),
    way: z.enum(['enters', 'leaves']),
  }),
  z.object({
    kind: z.literal('move'),
    points: z
      .number('Say by how much, from 1 to 200')
      .check(z.minimum(1, 'Say by how much, from 1 to 200'), z.maximum(200, 'Say by how much, from 1 to 200')),
    way: z.enum(['up', 'down', 'either']),
  }),
  z
    .object({
      kind: z.literal('incident'),
      rung: z.nullable(whole(1, 5, 'Choose a rung from 1 to 5')),
      category: z.nullable(z.enum(CATEGORIES, 'Choose a category')),
    })
    .check(
      z.refine(({ rung, category }) => rung !== null || category !== null, {
        path: ['rung'],
        error: 'Choose a rung, a category or both',
      }),
    ),
  z.object({ kind: z.literal('first'), of: z.enum(['code', 'category', 'front']) }),
  z.object({
    kind: z.literal('silence'),
    weeks: whole(1, 104, 'Say for how many weeks, from 1 to 104'),
    of: z.enum(['incidents', 'checks']),
  }),
  z.object({ kind: z.literal('unreviewed'), days: whole(1, 365, 'Say for how many days, from 1 to 365') }),
])

/** A stored condition as the evaluation reads it. */
export const conditionOf = (stored: unknown): WatchCondition => conditionSchema.parse(stored)

/** The dyads that a rule looks at. */
export const reachSchema = z.discriminatedUnion('reach', [
  z.object({ reach: z.literal('dyad'), dyadId }),
  z.object({ reach: z.literal('list'), listId: z.uuid('Choose a watchlist') }),
  z.object({ reach: z.literal('all') }),
])
export type Reach = z.infer<typeof reachSchema>

const emails = z
  .array(z.email('This is not an e-mail address').check(z.maxLength(254, 'An address is too long')))
  .check(z.maxLength(MOST_EMAILS, `At most ${MOST_EMAILS} addresses`))
const webhookUrl = z.nullable(
  z.url({ protocol: /^https?$/, error: 'Give an address such as https://example.org/hook' }).check(
    z.maxLength(500, 'The address is too long'),
    z.refine((url) => !URL.canParse(url) || new URL(url).username === '', 'An address with a password is not kept'),
  ),
)

const rule = { name, condition: conditionSchema, where: reachSchema, emails, webhookUrl }
export const newRuleSchema = z.object({ scope: z.enum(SCOPES), ...rule, requestId: z.optional(z.uuid()) })
export const changeRuleSchema = z.object({ ...seen, ...rule })
export const switchRuleSchema = z.object({ ...seen, on: z.boolean() })
export const backTestSchema = z.object({ condition: conditionSchema, where: reachSchema })

/** One alert, in the viewer's own inbox. */
const alert = { dyadId, alertId: z.uuid() }
export const acknowledgeSchema = z.object(alert)
/** `days` from today on, after which it comes back. */
export const snoozeSchema = z.object({ ...alert, days: whole(1, 90, 'From 1 to 90 days') })
/** `days` null mutes until it is unmuted, 0 unmutes. */
export const muteSchema = z.object({ ruleId: z.uuid(), days: z.nullable(whole(0, 365, 'From 0 to 365 days')) })

export type NewListInput = z.infer<typeof newListSchema>
export type ChangeListInput = z.infer<typeof changeListSchema>
export type ArchiveInput = z.infer<typeof archiveSchema>
export type NewRuleInput = z.infer<typeof newRuleSchema>
export type ChangeRuleInput = z.infer<typeof changeRuleSchema>
export type SwitchRuleInput = z.infer<typeof switchRuleSchema>
export type BackTestInput = z.infer<typeof backTestSchema>
export type AcknowledgeInput = z.infer<typeof acknowledgeSchema>
export type SnoozeInput = z.infer<typeof snoozeSchema>
export type MuteInput = z.infer<typeof muteSchema>

/** Whether a part of an address can be the id of a list or a rule. */
export const isWatchId = (value: unknown): value is string => z.uuid().safeParse(value).success
