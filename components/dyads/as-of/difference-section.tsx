import Link from 'next/link'
import { detailWords, KIND_WORDS } from '@/components/dyads/as-of/difference-words'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { widestWeeks } from '@/components/dyads/as-of/widest-weeks'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { incidentPath } from '@/components/incidents/incident-path'
import { Card } from '@/components/ui/card'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import type { ComparisonView, DifferenceView } from '@/lib/as-of/views'
import { formatDay, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { Coverage } from '@/lib/core/scoring'
import { formatPlural, formatScore, formatSigned } from '@/lib/format'

const WIDE = 'hidden sm:table-cell'
/** Weeks that are named as those that differ most. */
const MOST_WEEKS = 5

function DifferenceLine({ dyadId, part }: { dyadId: string; part: DifferenceView }) {
  const path = incidentPath({ dyadId, id: part.id })
  return (
    <Row data-row="">
      <NumberCell className="font-semibold">{formatSigned(part.effect)}</NumberCell>
      <Cell className="whitespace-nowrap">{KIND_WORDS[part.kind]}</Cell>
      <Cell head className="w-full min-w-40">
        <Link href={path} className="link">
          {part.title}
        </Link>
        <span className="block text-xs font-normal text-muted">
          {part.code} · {detailWords(part)}
        </span>
      </Cell>
      <Cell className={WIDE}>
        <Link href={`${path}/history`} className="link">
          History<span className="sr-only"> of {part.title}</span>
        </Link>
      </Cell>
    </Row>
  )
}

/** A part of the difference that is no single incident. */
function SumLine({ effect, label, words }: { effect: number; label: string; words: string }) {
  return (
    <Row>
      <NumberCell className="font-semibold">{formatSigned(effect)}</NumberCell>
      <Cell className="whitespace-nowrap">{label}</Cell>
      <Cell head className="font-normal text-muted">
        {words}
      </Cell>
      <Cell className={WIDE} />
    </Row>
  )
}

const methodWords = ({ saidMethod, knownMethod }: ComparisonView) =>
  `Version ${knownMethod} in place of ${saidMethod}, on what was known then`

/** What was not checked has no figure, and then there is no difference of two figures either. */
export function leadOf({ weekStart, day, said, known, difference, coverage }: ComparisonView): string {
  const on = day === weekEndOf(weekStart) ? `Close of ${weekIdOf(weekStart)}` : `Score on ${formatDay(day)}`
  const figure = (score: number, by: Coverage) => (by === 'not_checked' ? 'not checked' : formatScore(score))
  const lead = `${on}: ${figure(said, coverage.said)} as said then, ${figure(known, coverage.known)} as known now`
  return isChecked(coverage) ? `${lead}: ${formatSigned(difference)}` : lead
}

const isChecked = ({ said, known }: ComparisonView['coverage']) => said !== 'not_checked' && known !== 'not_checked'

/** The weeks that explain most of what the chart shows, each as a way to its own difference. */
function WidestWeeks({
  comparison: { weeks, weekStart },
  address,
}: {
  comparison: ComparisonView
  address: DyadAddress
}) {
  const widest = widestWeeks(weeks, MOST_WEEKS)
  if (widest.length === 0) return null
  return (
    <p className="border-t px-4 py-2 text-sm">
      <span className="text-muted">Weeks that differ most:</span>{' '}
      {widest.map((week, index) => (
        <span key={week.weekStart} className="whitespace-nowrap">
          {index > 0 && ', '}
          <Link
            href={`${dyadPath({ ...address, week: weekIdOf(week.weekStart), after: undefined })}#difference`}
            aria-current={week.weekStart === weekStart ? 'true' : undefined}
            className="link"
          >
            {weekIdOf(week.weekStart)}
          </Link>{' '}
          <span className="tabular-nums">{formatSigned(week.difference)}</span>
        </span>
      ))}
    </p>
  )
}

/** What explains that a week is known otherwise now than it was said then, by size; the parts add up to the difference. */
export async function DifferenceSection({
  comparison: awaited,
  address,
}: {
  comparison: Promise<ComparisonView>
  address: DyadAddress
}) {
  const comparison = await awaited
  const { dyadId, at, parts, others, methodEffect, elsewhere, coverage } = comparison
  const none = parts.length === 0 && methodEffect === null
  return (
    <Card id="difference" title="What we know now and did not then" lead={leadOf(comparison)} padded={false}>
      {none ? (
        <p className="px-4 py-4 text-sm text-muted">
          Nothing that counts on this day has changed since {momentWords(at)}.
        </p>
      ) : (
        <Table caption="What explains the difference, by its effect">
          <Head>
            <HeadCell numeric>Effect</HeadCell>
            <HeadCell>What changed</HeadCell>
            <HeadCell>Incident</HeadCell>
            <HeadCell className={WIDE}>
              <span className="sr-only">History</span>
            </HeadCell>
          </Head>
          <Body>
            {methodEffect !== null && <SumLine effect={methodEffect} label="Method" words={methodWords(comparison)} />}
            {parts.map((part) => (
              <DifferenceLine key={part.id} dyadId={dyadId} part={part} />
            ))}
            {others.count > 0 && (
              <SumLine effect={others.effect} label="Others" words={formatPlural(others.count, 'more incident')} />
            )}
          </Body>
        </Table>
      )}
      {!none && !isChecked(coverage) && (
        <p className="border-t px-4 py-2 text-xs text-muted">
          Nobody had checked this week, so the effects are those on what the arithmetic alone leaves of it.
        </p>
      )}
      {elsewhere > 0 && (
        <p className="border-t px-4 py-2 text-xs text-muted">
          {formatPlural(elsewhere, 'more incident counts', 'more incidents count')} otherwise than then, but{' '}
          {elsewhere === 1 ? 'adds' : 'add'} nothing to this day.
        </p>
      )}
      <WidestWeeks comparison={comparison} address={address} />
    </Card>
  )
}
