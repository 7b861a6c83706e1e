import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { dyadWeekPath } from '@/components/dyads/dyad-address'
import { methodName } from '@/components/dyads/dyad-words'
import { recordSentence } from '@/components/dyads/record-words'
import { MeasuresSection } from '@/components/measures/measures-section'
import { Callout } from '@/components/ui/callout'
import { Delta } from '@/components/ui/delta'
import { ScoreFigure } from '@/components/ui/score-figure'
import { WeekLabel } from '@/components/ui/week-label'
import { SpanColumns } from '@/components/weeks/span-columns'
import { DecayCard, GroundsCard, StandsOutCard } from '@/components/weeks/week-cards'
import { measuresPath, type WeekReading, weekPath } from '@/components/weeks/week-path'
import { WeekSteps } from '@/components/weeks/week-steps'
import type { AnnotationView } from '@/lib/annotations/views'
import { whenWords } from '@/lib/charts/annotations'
import { isCovered } from '@/lib/charts/points'
import { formatScore } from '@/lib/format'
import type { WeekPage } from '@/lib/weeks/views'

interface SheetProps {
  page: WeekPage
  reading: WeekReading
}

/** What people wrote on the charts about the days of the week. */
function Annotated({ annotations }: { annotations: readonly AnnotationView[] }) {
  if (annotations.length === 0) return null
  return (
    <ul aria-label="Annotations of the week" className="mb-4 text-sm print:mb-2">
      {annotations.map((annotation) => (
        <li key={annotation.id} className="border-l-2 pl-2">
          <span className="font-medium">{whenWords(annotation)}</span> {annotation.text}{' '}
          <span className="text-xs text-muted">{annotation.by}</span>
        </li>
      ))}
    </ul>
  )
}

/** The week's figure with its place in the record, and the ways to the weeks beside it. */
function WeekFigure({ page, reading }: SheetProps) {
  const { dyadId, week, record, previous, next } = page
  const step = (weekId: string | null) => (weekId === null ? null : { weekId, href: weekPath(dyadId, weekId, reading) })
  return (
    <div className="mb-5 print:mb-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {isCovered(week) ? (
          <>
            <ScoreFigure score={week.close} band={week.figures.band.name} label={`Tension score, ${week.weekId}`} />
            {week.change !== null && (
              <p className="text-lg">
                <Delta value={week.change} />{' '}
                <span className="text-base text-muted">{week.inProgress ? 'so far this week' : 'this week'}</span>
              </p>
            )}
            {record !== null && <p className="text-base text-muted">{recordSentence(record)}</p>}
          </>
        ) : (
          <p className="text-3xl font-semibold text-muted">Not checked</p>
        )}
        <div className="w-55">
          <Sparkline
            id="spark-week"
            weeks={page.weeks}
            bands={page.bands}
            muted={!isCovered(week)}
            inProgress={week.inProgress}
          />
          <p className="text-xs text-muted">{page.weeks.length} weeks to this one</p>
        </div>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-1 text-sm text-muted">
        <WeekLabel weekStart={week.weekStart} withDates />
        {week.inProgress && <span>, week in progress</span>}
        <WeekSteps previous={step(previous)} next={step(next)} />
        <span>
          · high {formatScore(week.high)} · method{' '}
          <Link href="/method" className="link whitespace-nowrap">
            {methodName(page)}
          </Link>
        </span>
      </div>
    </div>
  )
}

/** A week that nobody looked at: what is known is that, and what the arithmetic alone leaves. */
function NotChecked({ page, reading }: SheetProps) {
  const { week, lastCovered, dyadId } = page
  return (
    <Callout tone="warning" title={`Nobody checked ${week.weekId}`} className="mb-5">
      <p className="max-w-3xl">
        No incident was logged and nobody attested that there was none, so nothing is said of what moved. The arithmetic
        alone would leave {formatScore(week.close)} ({week.figures.band.name}).{' '}
        {lastCovered && (
          <Link href={weekPath(dyadId, lastCovered.weekId, reading)} className="link">
            The last checked week before it is {lastCovered.weekId}
          </Link>
        )}
      </p>
    </Callout>
  )
}

/** A dyad's week on one sheet: the figure, what moved it, what stands out, what faded, how sure, what is in force. */
export function WeekSheet({ page, reading, annotations }: SheetProps & { annotations: readonly AnnotationView[] }) {
  const { dyadId, week } = page
  const covered = isCovered(week)
  // Smaller on paper, so that a whole week is on one sheet.
  return (
    <div className="print:[zoom:0.66]">
      <p className="mb-4 max-w-4xl text-lg print:mb-2 print:max-w-none">{page.headline}</p>
      <WeekFigure page={page} reading={reading} />
      <Annotated annotations={annotations} />
      {!covered && <NotChecked page={page} reading={reading} />}
      {covered && (
        <>
          <div data-card="" className="mb-6 rounded border bg-raised p-4 print:mb-3 print:p-2">
            <SpanColumns spans={page.spans} began={page.began} />
          </div>
          <div className="mb-6 grid grid-cols-1 gap-6 lg:grid-cols-3 print:mb-3 print:grid-cols-3 print:gap-3">
            <StandsOutCard page={page} />
            <DecayCard page={page} />
            <GroundsCard page={page} />
          </div>
        </>
      )}
      <MeasuresSection measures={page.measures} href={measuresPath(dyadId, reading)} />
      <p className="mt-4 text-sm text-muted" data-print="hide">
        <Link href={dyadWeekPath(dyadId, week.weekStart, page.asOf)} className="link">
          All incidents of {week.weekId}, its charts and its coverage
        </Link>
      </p>
      <p className="mt-3 text-xs text-muted print:mt-1">
        Parts of a change are exact shares of the score’s change (Aumann–Shapley). They tell what moved the score, not
        what comes next.
      </p>
    </div>
  )
}
