'use client'

import { useState } from 'react'
import { AccountRow, type Confirmation } from '@/components/accounts/account-row'
import { AddAccountForm } from '@/components/accounts/add-account-form'
import { IssuedPasswordNote } from '@/components/accounts/issued-password-note'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Body, Head, HeadCell, Table } from '@/components/ui/data-table'
import { Dialog } from '@/components/ui/dialog'
import type { AccountView } from '@/lib/accounts/queries'

interface Issued {
  login: string
  password: string
}

/** The accounts, with what an admin can do to them. */
export function AccountsDesk({ accounts, ownId }: { accounts: AccountView[]; ownId: string | null }) {
  const [issued, setIssued] = useState<Issued | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null)
  const close = () => setConfirmation(null)
  return (
    <div className="flex flex-col gap-4">
      <Card id="add" title="Add an account" lead="It gets a random password, which you hand over.">
        <AddAccountForm onIssued={setIssued} />
      </Card>
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {issued && <IssuedPasswordNote key={issued.password} {...issued} onClose={() => setIssued(null)} />}
        {failure && <Callout tone="danger" title={failure} />}
      </div>
      <Card id="accounts" title="Accounts" lead="Changes take effect on the account's next request." padded={false}>
        <Table caption="Accounts with their roles">
          <Head>
            <HeadCell>Login</HeadCell>
            <HeadCell>Name</HeadCell>
            <HeadCell>Role</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell className="text-right">Actions</HeadCell>
          </Head>
          <Body>
            {accounts.map((account) => (
              <AccountRow
                key={`${account.id} ${account.role}`}
                account={account}
                own={account.id === ownId}
                onAnswer={setFailure}
                onIssued={setIssued}
                onConfirm={setConfirmation}
              />
            ))}
          </Body>
        </Table>
      </Card>
      <Dialog
        open={confirmation !== null}
        onClose={close}
        size="sm"
        title={confirmation?.title}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              variant="danger"
              onClick={() => {
                confirmation?.run()
                close()
              }}
            >
              {confirmation?.label}
            </Button>
          </>
        }
      >
        <p className="text-sm">{confirmation?.text}</p>
      </Dialog>
    </div>
  )
}
