'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useSettled } from '@/components/watch/use-settled'
import { changePasswordAction } from '@/lib/accounts/actions'
import { requestSignIn } from '@/lib/auth/sign-in-request'

/** Changes the viewer's password. That ends all their sessions; this browser signs in again at once with the new one. */
export function ChangePasswordForm({ login }: { login: string }) {
  const [changed, setChanged] = useState(false)
  const { failure, pending, run } = useSettled()
  const change = async ({ current, next, again }: Record<string, unknown>) => {
    const result = await changePasswordAction({ current, next, again })
    if (!result.ok) return result
    const answer = await requestSignIn(login, String(next))
    if (!answer.ok) window.location.assign('/sign-in?next=%2Faccount')
    return result
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setChanged(false)
    run(
      () => change(Object.fromEntries(new FormData(form))),
      () => {
        form.reset()
        setChanged(true)
      },
    )
  }
  // Left to the browser: what React holds for a field it writes into the page's markup too.
  const secret = { type: 'password', readOnly: pending }
  const errors = failure?.fieldErrors
  return (
    <form onSubmit={submit} className="flex max-w-sm flex-col gap-4">
      {/* Shown so that a password manager knows whose password this is. */}
      <Field label="Account" name="username">
        <TextInput readOnly autoComplete="username" value={login} />
      </Field>
      <Field label="Password now" required name="current" error={errors?.current}>
        <TextInput {...secret} autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        required
        name="next"
        hint="12 characters or more. A few random words do well."
        error={errors?.next}
      >
        <TextInput {...secret} minLength={12} maxLength={200} autoComplete="new-password" />
      </Field>
      <Field label="New password again" required name="again" error={errors?.again}>
        <TextInput {...secret} autoComplete="new-password" />
      </Field>
      <div aria-live="polite">
        {changed && !failure && <Callout tone="success" title="Password changed. Your other sessions have ended." />}
        {failure && <Callout tone="danger" title={failure.message} />}
      </div>
      <Button type="submit" variant="primary" disabled={pending} className="self-start">
        {pending ? 'Changing…' : 'Change password'}
      </Button>
    </form>
  )
}
