import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import { type AlertMessage, mailText } from './message'

const TIMEOUT_MS = 20_000

const shared = globalThis as typeof globalThis & { dyadwatchMail?: Transporter }

/** The mail server of the settings. @throws Error where none is set any more. */
function transporter(): Transporter {
  const { SMTP_URL } = env()
  if (SMTP_URL === undefined) throw new Error('No mail server is set (SMTP_URL, MAIL_FROM)')
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  shared.dyadwatchMail ??= createTransport({ url: SMTP_URL, ...limits })
  return shared.dyadwatchMail
}

/**
 * Hands an alert to the mail server. The message's id is the delivery's, so a second try of one that had arrived is known again.
 * @throws Error in the mail server's own words when it does not take it.
 */
export async function sendMail(to: string, message: AlertMessage): Promise<void> {
  const { MAIL_FROM } = env()
  await transporter().sendMail({
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
