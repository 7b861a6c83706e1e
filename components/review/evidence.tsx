import Link from 'next/link'
import { indicatorPath } from '@/components/codebook/indicator-path'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { IncidentDate } from '@/components/incidents/date-text'
import { SourcesCard } from '@/components/incidents/detail/sources-card'
import { ScoreChange, WeekEffect } from '@/components/incidents/effect-words'
import { Anchors } from '@/components/incidents/form/anchors'
import { CodeMark, Points, TitleLink, Who } from '@/components/incidents/row-parts'
import { TalkCard } from '@/components/review/talk-card'
import { Card } from '@/components/ui/card'
import { indicatorOf, neighboursOf } from '@/lib/core/codebook'
import { formatPoints } from '@/lib/format'
import type { IncidentRow, Preview } from '@/lib/incidents/views'
import type { ReviewItem } from '@/lib/review/views'

function EffectCard({ effect }: { effect: Preview }) {
  return (
    <Card id="effect" title="Effect on the score" lead="If it is approved now">
      <p className="text-sm">
        <WeekEffect preview={effect} />
      </p>
      <p className="mt-1 text-sm">
        <span className="text-muted">Today </span>
        <ScoreChange {...effect.today} />
      </p>
      <p className="mt-2 text-xs text-muted">
        {formatPoints(effect.points)} points {effect.goes ? 'would go' : 'when fresh'} ·{' '}
        <Link className="link" href={dyadWeekPath(effect.dyadId, effect.weekStart)}>
          the week on {effect.dyadId}’s page
        </Link>
      </p>
    </Card>
  )
}

function AnchorCard({ code }: { code: string }) {
  const indicator = indicatorOf(code)
  if (!indicator) return null
  return (
    <Card
      id="anchor"
      title="Does the anchor fit?"
      actions={
        <Link className="link text-xs" href={indicatorPath(code)}>
          Codebook
        </Link>
      }
    >
      <Anchors indicator={indicator} {...neighboursOf(code)} stacked />
    </Card>
  )
}

function NeighboursCard({ neighbours }: { neighbours: IncidentRow[] }) {
  return (
    <Card id="neighbours" title="A week before and after" lead="What counts on this dyad; is it told already?">
      {neighbours.length === 0 && <p className="text-sm text-muted">Nothing else counts in these days.</p>}
      <ul className="space-y-2.5">
        {neighbours.map((row) => (
          <li key={row.id} className="text-sm">
            <TitleLink row={row} />
            <span className="flex flex-wrap items-baseline gap-x-2.5 text-xs text-muted">
              <IncidentDate row={row} />
              <Who row={row} short />
              <CodeMark row={row} />
              <span className="tabular-nums">
                <Points row={row} /> points
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** On what a decision rests: the effect, the sources, the codebook and what happened around it. */
export function Evidence({ item }: { item: ReviewItem }) {
  const { effect, proposed, neighbours, threads } = item
  return (
    <>
      {effect && <EffectCard effect={effect} />}
      <TalkCard incident={item.row} threads={threads} />
      <SourcesCard sources={proposed.sources} />
      {proposed.code && <AnchorCard code={proposed.code} />}
      <NeighboursCard neighbours={neighbours} />
    </>
  )
}
