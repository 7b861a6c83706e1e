import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { DeskError } from '@/lib/errors'
import { isLocalName } from './targets'

/** Beside the inbox, the ways in which this desk can tell a viewer's rules. */
export interface Channels {
  email: boolean
  webhook: boolean
}

/** What the settings and the viewer's role offer. */
export const channelsFor = (viewer: Viewer): Channels => ({
  email: env().SMTP_URL !== undefined && env().MAIL_FROM !== undefined,
  webhook: may(viewer, 'watch:webhook'),
})

/** Where a rule sends. */
interface Sends {
  emails: string[]
  webhookUrl: string | null
}

/**
 * Refuses a way of sending that is new to a rule and not offered; what it has already may stay.
 * @throws DeskError FORBIDDEN for a webhook by those who may not; INVALID by field.
 */
export function refuseChannels(viewer: Viewer, asked: Sends, before: Sends | null): void {
  const { email, webhook } = channelsFor(viewer)
  const newEmails = asked.emails.some((address) => !before?.emails.includes(address))
  if (newEmails && !email) {
    const message = 'This desk sends no e-mail: nobody has told it a mail server.'
    throw new DeskError('INVALID', message, { emails: [message] })
  }
  if (asked.webhookUrl === null || asked.webhookUrl === before?.webhookUrl) return
  if (!webhook) throw new DeskError('FORBIDDEN', 'Webhooks are set by reviewers.')
  const url = new URL(asked.webhookUrl)
  const local = isLocalName(url.hostname)
  const message =
    url.protocol !== 'https:' && !local
      ? 'A webhook needs https.'
      : local && !env().WEBHOOK_ALLOW_PRIVATE
        ? 'This desk sends nothing to its own machine or network (setting WEBHOOK_ALLOW_PRIVATE).'
        : null
  if (message) throw new DeskError('INVALID', message, { webhookUrl: [message] })
}
