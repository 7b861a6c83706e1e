'use server'

import { revalidatePath } from 'next/cache'
import { gate } from '@/lib/auth/gate'
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

const create = formAction(gate('account:manage'), newAccountSchema, async (viewer, input) => {
  const issued = await createAccount(viewer, input)
  revalidatePath(ACCOUNTS_PAGE)
  return issued
})

const role = formAction(gate('account:manage'), setRoleSchema, async (viewer, input) => {
  await setRole(viewer, input.accountId, input.role)
  revalidatePath(ACCOUNTS_PAGE)
})

const active = formAction(gate('account:manage'), setActiveSchema, async (viewer, input) => {
  await setActive(viewer, input.accountId, input.active)
  revalidatePath(ACCOUNTS_PAGE)
})

const reissue = formAction(gate('account:manage'), newPasswordSchema, async (viewer, input) =>
  setPassword(viewer, { id: input.accountId }),
)

const change = formAction(gate('account:self'), changePasswordSchema, async (viewer, input) =>
  changeOwnPassword(viewer, input),
)

const nothing = { safeParse: (): { success: true; data: null } => ({ success: true, data: null }) }
const leave = formAction(gate('account:self'), nothing, async (viewer) => signOutEverywhere(viewer))

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
