import { env } from '@/lib/env'
import { mailTransport } from '@/lib/mail/transport'
import { type AlertMessage, mailText } from './message'

/**
 * Hands an alert to the mail server. The message's id is the delivery's, so a second try of one that had arrived is known again.
 * @throws Error in the mail server's own words when it does not take it.
 */
export async function sendMail(to: string, message: AlertMessage): Promise<void> {
  const { MAIL_FROM } = env()
  await mailTransport().sendMail({
    from: MAIL_FROM,
    to,
    subject: `[Dyadwatch] ${message.headline}`,
    text: mailText(message),
    messageId: `<${message.id}@dyadwatch>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Idempotency-Key': message.id },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
