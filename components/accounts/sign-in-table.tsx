import { Moment } from '@/components/accounts/moment'
import { Badge, type Tone } from '@/components/ui/badge'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import type { SignInView } from '@/lib/accounts/queries'
import type { RecordedOutcome } from '@/lib/auth/outcomes'

/** Outcomes of an attempt to sign in, in words. */
export const OUTCOME_WORDS: Record<RecordedOutcome, { label: string; tone: Tone }> = {
  ok: { label: 'Signed in', tone: 'success' },
  wrong: { label: 'Wrong account or password', tone: 'warning' },
  limited: { label: 'Too many attempts', tone: 'danger' },
  inactive: { label: 'Deactivated account', tone: 'danger' },
}

/** Attempts to sign in, newest first. */
export function SignInTable({ signIns }: { signIns: SignInView[] }) {
  return (
    <Table caption="Attempts to sign in">
      <Head>
        <HeadCell>When</HeadCell>
        <HeadCell>Login typed</HeadCell>
        <HeadCell>Outcome</HeadCell>
        <HeadCell>Address</HeadCell>
        <HeadCell>Browser</HeadCell>
      </Head>
      <Body>
        {signIns.map(({ id, at, login, outcome, address, agent }) => (
          <Row key={id}>
            <Cell>
              <Moment at={at} />
            </Cell>
            <Cell className="max-w-48 truncate" title={login}>
              {login}
            </Cell>
            <Cell>
              <Badge tone={OUTCOME_WORDS[outcome].tone}>{OUTCOME_WORDS[outcome].label}</Badge>
            </Cell>
            <Cell className="whitespace-nowrap">{address}</Cell>
            <Cell className="max-w-xs truncate text-muted" title={agent}>
              {agent}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
