import { z } from 'zod'
import { SIGN_IN_OUTCOMES } from '@/lib/auth/outcomes'
import { ROLES } from '@/lib/auth/permissions'
import { keepable } from '@/lib/typed-text'

/** A login: lower case whatever was typed, so that nobody has to remember which. */
export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, 'A login has at least 2 characters.')
  .max(64, 'A login has at most 64 characters.')
  .regex(/^[a-z0-9._@-]*$/, 'A login is made of letters a–z, digits and . _ @ -')

/** A password as people choose it. Length is what counts; nothing else is asked of it. */
export const passwordSchema = z
  .string()
  .min(12, 'A password has at least 12 characters.')
  .max(200, 'A password has at most 200 characters.')

export const roleSchema = z.enum(ROLES, 'Choose a role.')

const nameSchema = z
  .string()
  .check(keepable)
  .trim()
  .min(1, 'Say who this is.')
  .max(100, 'A name has at most 100 characters.')
  .refine((name) => !/\p{Cc}/u.test(name), 'A name holds no control characters.')

const accountIdSchema = z.uuid('There is no such account.')

export const newAccountSchema = z.object({
  login: loginSchema,
  name: nameSchema,
  role: roleSchema,
  password: passwordSchema.optional(),
})
export type NewAccount = z.infer<typeof newAccountSchema>

export const setRoleSchema = z.object({ accountId: accountIdSchema, role: roleSchema })
export const setActiveSchema = z.object({ accountId: accountIdSchema, active: z.boolean() })
export const newPasswordSchema = z.object({ accountId: accountIdSchema })

export const changePasswordSchema = z
  .object({
    current: z.string().min(1, 'Type the password you have now.').max(200, 'This is not your password.'),
    next: passwordSchema,
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, { path: ['again'], message: 'The two are not the same.' })
  .refine(({ current, next }) => current !== next, { path: ['next'], message: 'Choose a new one.' })
export type ChangePassword = z.infer<typeof changePasswordSchema>

/** A page of a list that only grows, newest first; `before` is the id at which the page before ended. */
export const pageSchema = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})

export const signInFilterSchema = pageSchema.extend({ outcome: z.enum(SIGN_IN_OUTCOMES).optional().catch(undefined) })
export type SignInFilter = z.infer<typeof signInFilterSchema>
