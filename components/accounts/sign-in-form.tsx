'use client'

import { useActionState, useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { requestSignIn } from '@/lib/auth/sign-in-request'

interface State {
  login: string
  message: string
  done: boolean
}

/** Account and password. `next` is the path to go to, which the page has checked. */
export function SignInForm({ next }: { next: string }) {
  const [state, submit, pending] = useActionState(
    async (_: State, form: FormData): Promise<State> => {
      const login = String(form.get('username'))
      const answer = await requestSignIn(login, String(form.get('password')))
      if (!answer.ok) return { login, message: answer.message, done: false }
      // A full load: nothing of what was drawn without a session may stay.
      window.location.assign(next)
      return { login, message: '', done: true }
    },
    { login: '', message: '', done: false },
  )
  const busy = pending || state.done
  const password = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (state.message) password.current?.focus()
  }, [state])
  return (
    <form action={submit} className="flex flex-col gap-4">
      <Field label="Account" name="username">
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            required
            readOnly={busy}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            defaultValue={state.login}
            className="h-10"
          />
        )}
      </Field>
      <Field label="Password" name="password">
        {(control) => (
          <TextInput
            {...control}
            ref={password}
            type="password"
            required
            readOnly={busy}
            autoComplete="current-password"
            className="h-10"
          />
        )}
      </Field>
      <p aria-live="polite" className="-my-1.5 min-h-5 text-sm font-medium text-danger">
        {busy ? '' : state.message}
      </p>
      <Button type="submit" variant="primary" disabled={busy} className="h-10 w-full">
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
