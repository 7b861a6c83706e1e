import * as z from 'zod/mini'

/** One notice that was seen. */
export const markReadSchema = z.object({ id: z.uuid() })
/** All notices up to the newest that was shown: what came in meanwhile stays unread. */
export const markAllReadSchema = z.object({ until: z.iso.datetime() })

export type MarkReadInput = z.infer<typeof markReadSchema>
export type MarkAllReadInput = z.infer<typeof markAllReadSchema>

export const NOTICE_SHOWS = ['unread', 'all'] as const

/** What the address of the inbox says; what is wrong in it is left out, so that an old link still opens. */
export const inboxAddressSchema = z.object({
  show: z.catch(z.prefault(z.enum(NOTICE_SHOWS), 'unread'), 'unread'),
  after: z.catch(z.optional(z.string().check(z.maxLength(200))), undefined),
})
export type InboxAddress = z.infer<typeof inboxAddressSchema>
