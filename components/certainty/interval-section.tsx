import {
  confidenceSentence,
  likelihoodCell,
  likelihoodSentence,
  reasonWords,
  shareWords,
} from '@/components/certainty/certainty-words'
import { SectionHead } from '@/components/certainty/section-head'
import { BandBadge } from '@/components/ui/band-badge'
import { Body, Cell, Head, HeadCell, NumberCell, Row, Table } from '@/components/ui/data-table'
import { ScoreFigure } from '@/components/ui/score-figure'
import { WeekLabel } from '@/components/ui/week-label'
import type { WeekCertainty } from '@/lib/certainty/views'
import { weekIdOf } from '@/lib/core/calendar'
import { type Band, bandOfScoreAmong } from '@/lib/core/scoring'
import type { ScoreInterval } from '@/lib/core/uncertainty'
import { formatScore, formatSpan } from '@/lib/format'

interface IntervalSectionProps {
  certainty: Promise<WeekCertainty>
  bands: readonly Band[]
}

function Interval({ name, words, interval }: { name: string; words: string; interval: ScoreInterval }) {
  return (
    <div className="min-w-56 flex-1">
      <dt className="text-xs text-muted">{name}</dt>
      <dd>
        <span className="block text-2xl font-semibold tracking-tight tabular-nums">
          {formatSpan({ low: interval.p05, high: interval.p95 })}
        </span>
        <span className="block text-sm text-muted">
          median {formatScore(interval.p50)} · {words}
        </span>
      </dd>
    </div>
  )
}

/** The share of full draws at or above each band, from the highest; the lowest band, which all reach, is left out. */
function BandShares({ full, bands, level }: { full: ScoreInterval; bands: readonly Band[]; level: number }) {
  const asked = bands.slice(1).filter((band) => band.level > 0 || full.atOrAbove[band.level] < 1)
  return (
    <Table caption="Share of the full draws in or above each band">
      <Head>
        <HeadCell>In or above</HeadCell>
        <HeadCell numeric>Share of draws</HeadCell>
        <HeadCell>Likelihood</HeadCell>
      </Head>
      <Body>
        {[...asked].reverse().map((band) => {
          const share = full.atOrAbove[band.level]
          return (
            <Row key={band.name} className={band.level === level ? 'bg-sunken' : undefined}>
              <Cell head>
                <BandBadge band={band.name} size="sm" />
                {band.level === level && <span className="ml-2 text-xs font-normal text-muted">band of the close</span>}
              </Cell>
              <NumberCell>{shareWords(share)}</NumberCell>
              <Cell>{likelihoodCell(share)}</Cell>
            </Row>
          )
        })}
      </Body>
    </Table>
  )
}

/** How sure a weekly close is: both intervals, how likely each band is, how confident one may be and why. */
export async function IntervalSection({ certainty: awaited, bands }: IntervalSectionProps) {
  const certainty = await awaited
  const { weekStart, close, data, full, confidence, draws, inProgress } = certainty
  const band = bandOfScoreAmong(close, bands)
  const weekId = weekIdOf(weekStart)
  return (
    <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-2">
      <div className="min-w-0">
        <p className="mb-1 text-sm text-muted">
          Close of <WeekLabel weekStart={weekStart} withDates />
          {inProgress && ', week in progress'}
        </p>
        <p className="mb-4">
          <ScoreFigure score={close} band={band.name} label={`Tension score, ${weekId}`} />
        </p>
        <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-4">
          <Interval name="Data interval, 5–95 %" words="what was reported and coded is drawn" interval={data} />
          <Interval name="Full interval, 5–95 %" words="the parameters of the method too" interval={full} />
        </dl>
        <div className="max-w-prose space-y-2 text-base">
          <p>{likelihoodSentence(full.atOrAbove[band.level], band.name, weekId, draws)}</p>
          <p>{confidenceSentence(confidence, weekId)}</p>
          <p className="text-sm text-muted">
            Both are statements about this week’s score as it stands on record. Neither is a forecast.
          </p>
        </div>
        <ul className="mt-3 text-sm text-muted" aria-label="What the confidence rests on">
          {confidence.reasons.map((reason) => (
            <li key={reason.condition}>
              {reasonWords(reason)} <span className="text-faint">→</span> {reason.level}
            </li>
          ))}
        </ul>
      </div>
      <div data-card="" className="min-w-0 self-start rounded border bg-raised pb-2">
        <SectionHead title="How likely each band is">
          The share of {draws} full draws in which the score lies in a band or above it.
        </SectionHead>
        <BandShares full={full} bands={bands} level={band.level} />
      </div>
    </div>
  )
}
