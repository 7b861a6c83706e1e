'use server'

import { revalidatePath } from 'next/cache'
import { requireViewer } from '@/lib/auth/session'
import { type ActionResult, formAction } from '@/lib/form-action'
import {
  changeOwnPassword,
  createAccount,
  type IssuedPassword,
  setActive,
  setPassword,
  setRole,
  signOutEverywhere,
} from './commands'
import { changePasswordSchema, newAccountSchema, newPasswordSchema, setActiveSchema, setRoleSchema } from './schema'

const ACCOUNTS_PAGE = '/settings/accounts'

const create = formAction(newAccountSchema, async (input) => {
  const issued = await createAccount(await requireViewer(), input)
  revalidatePath(ACCOUNTS_PAGE)
  return issued
})

const role = formAction(setRoleSchema, async (input) => {
  await setRole(await requireViewer(), input.accountId, input.role)
  revalidatePath(ACCOUNTS_PAGE)
})

const active = formAction(setActiveSchema, async (input) => {
  await setActive(await requireViewer(), input.accountId, input.active)
  revalidatePath(ACCOUNTS_PAGE)
})

const reissue = formAction(newPasswordSchema, async (input) =>
  setPassword(await requireViewer(), { id: input.accountId }),
)

const change = formAction(changePasswordSchema, async (input) => changeOwnPassword(await requireViewer(), input))

const nothing = { safeParse: (): { success: true; data: null } => ({ success: true, data: null }) }
const leave = formAction(nothing, async () => signOutEverywhere(await requireViewer()))

export async function createAccountAction(raw: unknown): Promise<ActionResult<IssuedPassword>> {
  return create(raw)
}

export async function setRoleAction(raw: unknown): Promise<ActionResult<void>> {
  return role(raw)
}

export async function setActiveAction(raw: unknown): Promise<ActionResult<void>> {
  return active(raw)
}

export async function newPasswordAction(raw: unknown): Promise<ActionResult<IssuedPassword>> {
  return reissue(raw)
}

export async function changePasswordAction(raw: unknown): Promise<ActionResult<void>> {
  return change(raw)
}

export async function signOutEverywhereAction(): Promise<ActionResult<void>> {
  return leave(null)
}
