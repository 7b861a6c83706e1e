import Link from 'next/link'
import { byWords, DayOfInstant } from '@/components/method/published-words'
import { MethodSection, Prose } from '@/components/method/section'
import { versionPath } from '@/components/method/versions-section'
import { LinkButton } from '@/components/ui/button'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { DraftLine } from '@/lib/method/views'

/** Where a draft is read, and changed while it is open. */
export const draftPath = (id: string) => `/method/drafts/${id}`

function DraftRows({ drafts, caption }: { drafts: readonly DraftLine[]; caption: string }) {
  return (
    <Table caption={caption}>
      <Head>
        <HeadCell>Draft</HeadCell>
        <HeadCell>From</HeadCell>
        <HeadCell numeric>Changes</HeadCell>
        <HeadCell>Last saved</HeadCell>
        <HeadCell>State</HeadCell>
      </Head>
      <Body>
        {drafts.map(({ id, title, basedOn, changes, updatedAt, updatedBy, status, publishedAs }) => (
          <Row key={id} focusable>
            <Cell head className="min-w-48">
              <Link href={draftPath(id)} className="link">
                {title}
              </Link>
            </Cell>
            <Cell>{basedOn}</Cell>
            <NumberCell>{changes}</NumberCell>
            <Cell className="whitespace-nowrap">
              <DayOfInstant at={updatedAt} /> {byWords(updatedBy)}
            </Cell>
            <Cell className="whitespace-nowrap">
              {publishedAs === null ? (
                <span className="text-muted">{status}</span>
              ) : (
                <Link href={versionPath(publishedAs)} className="link">
                  version {publishedAs}
                </Link>
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** Methods in the making, for those who may draft: the open ones, and behind a fold what became of the others. */
export function DraftsSection({ drafts }: { drafts: readonly DraftLine[] }) {
  const open = drafts.filter(({ status }) => status === 'open')
  const closed = drafts.filter(({ status }) => status !== 'open')
  return (
    <MethodSection id="drafts" title="Drafts">
      <Prose>
        A draft changes no score. It can be compared with the version in use on any dyad, and an admin can publish it as
        the next version.
      </Prose>
      {open.length > 0 ? (
        <DraftRows drafts={open} caption="Open drafts" />
      ) : (
        <p className="text-sm text-muted">No draft is open.</p>
      )}
      <div>
        <LinkButton href="/method/drafts/new">New draft</LinkButton>
      </div>
      {closed.length > 0 && (
        <details>
          <summary className="w-fit text-sm">Published and discarded drafts ({closed.length})</summary>
          <DraftRows drafts={closed} caption="Published and discarded drafts" />
        </details>
      )}
    </MethodSection>
  )
}
