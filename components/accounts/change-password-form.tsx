'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { changePasswordAction } from '@/lib/accounts/actions'
import { requestSignIn } from '@/lib/auth/sign-in-request'
import type { ActionResult } from '@/lib/form-action'

type State = ActionResult<void> | null

/** Changes the viewer's password. That ends all their sessions; this browser signs in again at once with the new one. */
export function ChangePasswordForm({ login }: { login: string }) {
  const [state, submit, pending] = useActionState(async (_: State, form: FormData): Promise<State> => {
    const { current, next, again } = Object.fromEntries(form)
    const result = await changePasswordAction({ current, next, again })
    if (!result.ok) return result
    const answer = await requestSignIn(login, String(next))
    if (!answer.ok) window.location.assign('/sign-in?next=%2Faccount')
    return result
  }, null)
  const errors = state?.ok === false ? state.fieldErrors : undefined
  return (
    <form action={submit} className="flex max-w-sm flex-col gap-4">
      {/* Shown so that a password manager knows whose password this is. */}
      <Field label="Account" name="username">
        <TextInput readOnly autoComplete="username" value={login} />
      </Field>
      <Field label="Password now" required name="current" error={errors?.current}>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        required
        name="next"
        hint="12 characters or more. A few random words do well."
        error={errors?.next}
      >
        <TextInput type="password" minLength={12} maxLength={200} autoComplete="new-password" />
      </Field>
      <Field label="New password again" required name="again" error={errors?.again}>
        <TextInput type="password" autoComplete="new-password" />
      </Field>
      <div aria-live="polite">
        {state?.ok && <Callout tone="success" title="Password changed. Your other sessions have ended." />}
        {state?.ok === false && <Callout tone="danger" title={state.message} />}
      </div>
      <Button type="submit" variant="primary" disabled={pending} className="self-start">
        {pending ? 'Changing…' : 'Change password'}
      </Button>
    </form>
  )
}
