'use client'

import { useActionState } from 'react'
import { ROLE_OPTIONS } from '@/components/accounts/role-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { createAccountAction } from '@/lib/accounts/actions'
import type { ActionResult } from '@/lib/form-action'

interface State {
  typed: Record<string, string>
  failure: Extract<ActionResult<unknown>, { ok: false }> | null
}

const EMPTY: State = { typed: { login: '', name: '', role: 'analyst' }, failure: null }

/** Makes an account with a random password, which `onIssued` is to show. */
export function AddAccountForm({ onIssued }: { onIssued: (issued: { login: string; password: string }) => void }) {
  const [{ typed, failure }, submit, pending] = useActionState(async (_: State, form: FormData): Promise<State> => {
    const fields = { login: String(form.get('login')), name: String(form.get('name')), role: String(form.get('role')) }
    const result = await createAccountAction(fields)
    if (!result.ok) return { typed: fields, failure: result }
    const { login, password } = result.data
    if (password) onIssued({ login, password })
    return EMPTY
  }, EMPTY)
  const errors = failure?.fieldErrors
  return (
    <form action={submit}>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_1.4fr_10rem_auto]">
        <Field label="Login" name="login" error={errors?.login} required>
          <TextInput
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            defaultValue={typed.login}
          />
        </Field>
        <Field label="Name" name="name" error={errors?.name} required>
          <TextInput autoComplete="off" maxLength={100} defaultValue={typed.name} />
        </Field>
        <Field label="Role" name="role" error={errors?.role}>
          {/* A form that resets itself does not reset a select in React: a new one takes the new default. */}
          <Select key={typed.role} options={ROLE_OPTIONS} defaultValue={typed.role} />
        </Field>
        <Button type="submit" variant="primary" disabled={pending} className="sm:mt-[1.375rem]">
          {pending ? 'Adding…' : 'Add account'}
        </Button>
      </div>
      <p aria-live="polite" className="mt-2 text-sm font-medium text-danger empty:hidden">
        {failure?.message}
      </p>
    </form>
  )
}
