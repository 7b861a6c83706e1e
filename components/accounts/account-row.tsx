'use client'

import { useId, useState, useTransition } from 'react'
import { ROLE_OPTIONS } from '@/components/accounts/role-words'
import { settle } from '@/components/review/settle'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Cell, Row } from '@/components/ui/data-table'
import { Select } from '@/components/ui/select'
import { newPasswordAction, setActiveAction, setRoleAction } from '@/lib/accounts/actions'
import type { AccountView } from '@/lib/accounts/queries'
import type { ActionResult } from '@/lib/form-action'

/** A password that did not arrive cannot be shown any more, and asking once more makes another. */
const NO_PASSWORD =
  'The server could not be reached, so it is not known whether the password was changed. Make a new one again before you hand one over.'

/** What a row asks to be confirmed before it does it. */
export interface Confirmation {
  title: string
  text: string
  label: string
  run: () => void
}

interface AccountRowProps {
  account: AccountView
  own: boolean
  /** Says how it went: null when it went well. */
  onAnswer: (failure: string | null) => void
  onIssued: (issued: { login: string; password: string }) => void
  onConfirm: (confirmation: Confirmation) => void
}

/** An account with what an admin can do to it. */
export function AccountRow({ account, own, onAnswer, onIssued, onConfirm }: AccountRowProps) {
  const { id: accountId, login, name, active } = account
  const [role, setRole] = useState<string>(account.role)
  const [pending, start] = useTransition()
  const labelId = useId()

  const run = <T,>(action: () => Promise<ActionResult<T>>, then?: (data: T) => void, unreachable?: string) =>
    start(async () => {
      const result = await settle(action(), unreachable)
      onAnswer(result.ok ? null : result.message)
      if (result.ok) then?.(result.data)
    })

  const deactivate = () =>
    onConfirm({
      title: `Deactivate ${login}?`,
      text: `${own ? 'This is your own account. ' : ''}Its sessions end at once, and nobody can sign in with it. What it logged stays under its name.`,
      label: 'Deactivate',
      run: () => run(() => setActiveAction({ accountId, active: false })),
    })

  const reissue = () =>
    onConfirm({
      title: `A new password for ${login}?`,
      text: `${own ? 'This is your own account: you will sign in again. ' : ''}The password it has now stops working, and its sessions end.`,
      label: 'Make a new password',
      run: () =>
        run(
          () => newPasswordAction({ accountId }),
          ({ password }) => password && onIssued({ login, password }),
          NO_PASSWORD,
        ),
    })

  return (
    <Row>
      <Cell head>
        <span id={labelId}>{login}</span>
        {own && <span className="font-normal text-muted"> (you)</span>}
      </Cell>
      <Cell>{name}</Cell>
      <Cell>
        <div className="flex items-center gap-2">
          <div className="w-32 shrink-0">
            <Select
              aria-label={`Role of ${login}`}
              options={ROLE_OPTIONS}
              value={role}
              disabled={pending}
              onChange={(event) => setRole(event.target.value)}
            />
          </div>
          {role !== account.role && (
            <Button
              size="sm"
              variant="primary"
              disabled={pending}
              onClick={() => run(() => setRoleAction({ accountId, role }))}
            >
              Save role
            </Button>
          )}
        </div>
      </Cell>
      <Cell>{active ? <Badge tone="success">Active</Badge> : <Badge>Deactivated</Badge>}</Cell>
      <Cell>
        <div className="flex justify-end gap-2">
          {active && (
            <Button size="sm" disabled={pending} onClick={reissue} aria-label={`New password for ${login}`}>
              New password
            </Button>
          )}
          {active ? (
            <Button
              size="sm"
              variant="danger"
              disabled={pending}
              onClick={deactivate}
              aria-label={`Deactivate ${login}`}
            >
              Deactivate
            </Button>
          ) : (
            <Button
              size="sm"
              disabled={pending}
              onClick={() => run(() => setActiveAction({ accountId, active: true }))}
              aria-label={`Reactivate ${login}`}
            >
              Reactivate
            </Button>
          )}
        </div>
      </Cell>
    </Row>
  )
}
