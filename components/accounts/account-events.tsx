import { Moment } from '@/components/accounts/moment'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import type { AccountEventView } from '@/lib/accounts/queries'

const field = (detail: unknown, name: string): string => {
  const value =
    typeof detail === 'object' && detail !== null ? Object.getOwnPropertyDescriptor(detail, name)?.value : undefined
  return value === undefined ? '' : String(value)
}

const SENTENCES: Record<string, (detail: unknown) => string> = {
  created: (detail) => `created as ${field(detail, 'role')}`,
  role: (detail) => `role changed from ${field(detail, 'from')} to ${field(detail, 'to')}`,
  deactivated: () => 'deactivated',
  reactivated: () => 'reactivated',
  password: (detail) => (field(detail, 'own') === 'true' ? 'own password changed' : 'new password'),
  'signed-out-everywhere': () => 'signed out everywhere',
}

/** What was done to accounts, newest first. */
export function AccountEvents({ events }: { events: AccountEventView[] }) {
  return (
    <Table caption="What was done to accounts">
      <Head>
        <HeadCell>When</HeadCell>
        <HeadCell>Account</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>By</HeadCell>
      </Head>
      <Body>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell>
              <Moment at={event.at} />
            </Cell>
            <Cell>{event.login}</Cell>
            <Cell className="whitespace-nowrap">{SENTENCES[event.action]?.(event.detail) ?? event.action}</Cell>
            <Cell>{event.by ?? <span className="text-muted">command line</span>}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
