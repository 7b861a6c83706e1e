import Link from 'next/link'
import { briefingPath, dyadsWords, KIND_WORDS, LANGUAGE_WORDS } from '@/components/briefings/briefing-words'
import { MarkLabel } from '@/components/briefings/mark-label'
import { Instant } from '@/components/incidents/detail/instant'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import type { BriefingRow } from '@/lib/briefings/views'

const weeks = ({ fromWeek, toWeek }: Pick<BriefingRow, 'fromWeek' | 'toWeek'>): string =>
  fromWeek === toWeek ? toWeek : `${fromWeek} – ${toWeek}`

/** Published briefings, newest first. */
export function BriefingTable({ briefings }: { briefings: readonly BriefingRow[] }) {
  return (
    <Table caption="Published briefings, newest first">
      <Head>
        <HeadCell>Number</HeadCell>
        <HeadCell>Title</HeadCell>
        <HeadCell>Dyads</HeadCell>
        <HeadCell>Weeks</HeadCell>
        <HeadCell>Language</HeadCell>
        <HeadCell>Mark</HeadCell>
        <HeadCell>Published</HeadCell>
      </Head>
      <Body>
        {briefings.map((briefing) => (
          <Row key={briefing.id} focusable>
            <Cell className="whitespace-nowrap tabular-nums">{briefing.id}</Cell>
            <Cell head className="min-w-56">
              <Link href={briefingPath(briefing.id)} className="inline-block min-h-6 break-words hover:underline">
                {briefing.title}
              </Link>
              {briefing.supersededBy && (
                <span className="block text-xs font-normal text-warning">
                  Replaced by{' '}
                  <Link href={briefingPath(briefing.supersededBy)} className="link inline-block min-h-6">
                    {briefing.supersededBy}
                  </Link>
                </span>
              )}
            </Cell>
            <Cell>
              <span title={briefing.dyadIds.join(', ')}>{dyadsWords(briefing.dyadIds)}</span>
              <span className="block text-xs text-muted">{KIND_WORDS[briefing.kind].label}</span>
            </Cell>
            <Cell className="whitespace-nowrap tabular-nums">{weeks(briefing)}</Cell>
            <Cell>{LANGUAGE_WORDS[briefing.language]}</Cell>
            <Cell>
              <MarkLabel mark={briefing.mark} />
            </Cell>
            <Cell className="text-xs text-muted">
              <Instant at={briefing.at} />
              <span className="block">{briefing.by}</span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** The same for narrow screens. */
export function BriefingCards({ briefings }: { briefings: readonly BriefingRow[] }) {
  return (
    <ul aria-label="Published briefings, newest first">
      {briefings.map((briefing) => (
        <li key={briefing.id} data-row="" className="space-y-1 border-b px-4 py-3 text-sm last:border-b-0">
          <p className="flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
            <span className="tabular-nums">{briefing.id}</span>
            <MarkLabel mark={briefing.mark} />
          </p>
          <p className="font-medium break-words">
            <Link href={briefingPath(briefing.id)} className="hover:underline">
              {briefing.title}
            </Link>
          </p>
          <p className="text-xs text-muted">
            {dyadsWords(briefing.dyadIds)} · {weeks(briefing)} · {LANGUAGE_WORDS[briefing.language]}
          </p>
          <p className="text-xs text-muted">
            <Instant at={briefing.at} />, {briefing.by}
            {briefing.supersededBy && ` · replaced by ${briefing.supersededBy}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
