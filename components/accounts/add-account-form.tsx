'use client'

import { type FormEvent, useState } from 'react'
import { ROLE_OPTIONS } from '@/components/accounts/role-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { useSettled } from '@/components/watch/use-settled'
import { createAccountAction } from '@/lib/accounts/actions'

const EMPTY = { login: '', name: '', role: 'analyst' }

/** Makes an account with a random password, which `onIssued` is to show. What is typed stays when it is refused. */
export function AddAccountForm({ onIssued }: { onIssued: (issued: { login: string; password: string }) => void }) {
  const [typed, setTyped] = useState(EMPTY)
  const { failure, pending, run } = useSettled()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run(
      () => createAccountAction(typed),
      ({ login, password }) => {
        if (password) onIssued({ login, password })
        setTyped(EMPTY)
      },
    )
  }
  const field = (name: 'login' | 'name') => ({
    value: typed[name],
    readOnly: pending,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  })
  const errors = failure?.fieldErrors
  return (
    <form onSubmit={submit}>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_1.4fr_10rem_auto]">
        <Field label="Login" name="login" error={errors?.login} required>
          <TextInput {...field('login')} autoCapitalize="none" spellCheck={false} maxLength={64} />
        </Field>
        <Field label="Name" name="name" error={errors?.name} required>
          <TextInput {...field('name')} maxLength={100} />
        </Field>
        <Field label="Role" name="role" error={errors?.role}>
          <Select
            options={ROLE_OPTIONS}
            value={typed.role}
            disabled={pending}
            onChange={({ target }) => setTyped({ ...typed, role: target.value })}
          />
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
