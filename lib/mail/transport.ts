import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'

const TIMEOUT_MS = 20_000

const shared = globalThis as typeof globalThis & { dyadwatchMail?: Transporter }

/** Whether this desk can send e-mail. */
export const canMail = (): boolean => env().SMTP_URL !== undefined && env().MAIL_FROM !== undefined

/** The mail server of the settings. @throws Error where none is set any more. */
export function mailTransport(): Transporter {
  const { SMTP_URL } = env()
  if (SMTP_URL === undefined) throw new Error('No mail server is set (SMTP_URL, MAIL_FROM)')
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
  shared.dyadwatchMail ??= createTransport({ url: SMTP_URL, ...limits })
  return shared.dyadwatchMail
}
