import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('')
  .transform((value) => value === '1' || value === 'true')

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be an address such as postgresql://user:password@host:5432/name')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  DATA_DIR: z.string().min(1).default('data'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Where connections are taken: this machine alone, unless it says 0.0.0.0 or another address. */
  LISTEN_HOST: z
    .string()
    .default('')
    .transform((value) => value || '127.0.0.1'),
  /** The address people type, where it is not http://localhost:PORT: behind a proxy, say https://desk.example. */
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Believe the proxy's X-Forwarded-* headers. Off: they are overwritten with what the socket says. */
  TRUST_PROXY: flag,
  /** The mail server for alerts, such as smtp://user:password@mail.example:587; without it no e-mail is offered. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must be an address such as smtp://user:password@mail.example:587')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** From whom alerts are sent: an address, with or without a name before it. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an e-mail address, such as Dyadwatch <desk@example.org>')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Lets webhooks go to this machine and to private networks. */
  WEBHOOK_ALLOW_PRIVATE: flag,
  /** A folder that schedules may put briefings into; without it none is offered. */
  BRIEFINGS_FOLDER: z
    .string()
    .optional()
    .transform((value) => value || undefined),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
})

export type Env = Omit<z.infer<typeof schema>, 'DATA_DIR' | 'BRIEFINGS_FOLDER'> & {
  dataDir: string
  briefingsFolder: string | undefined
}

let parsed: Env | undefined

const absolute = (folder: string) =>
  isAbsolute(folder) ? folder : resolve(/*turbopackIgnore: true*/ process.cwd(), folder)

/**
 * The settings, parsed once. `dataDir` and `briefingsFolder` are absolute.
 * @throws Error whose message names each wrong variable; nothing should start then.
 */
export function env(): Env {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new Error(`Settings: ${faults.join('; ')}`)
  }
  const { DATA_DIR, BRIEFINGS_FOLDER, ...rest } = result.data
  if ((rest.SMTP_URL === undefined) !== (rest.MAIL_FROM === undefined))
    throw new Error('Settings: SMTP_URL and MAIL_FROM belong together; set both or none')
  parsed = {
    ...rest,
    dataDir: absolute(DATA_DIR),
    briefingsFolder: BRIEFINGS_FOLDER && absolute(BRIEFINGS_FOLDER),
  }
  return parsed
}

/** True under `next dev`. */
export const inDevelopment = process.env.NODE_ENV === 'development'

/**
 * next-auth 4 learns its own address from two variables and nowhere else: a fixed one, or leave to read each request's host
 * and protocol, which our server has checked.
 */
export function tellNextAuthItsAddress(): void {
  const { APP_URL } = env()
  if (APP_URL) process.env.NEXTAUTH_URL = APP_URL
  else process.env.AUTH_TRUST_HOST = 'true'
}
