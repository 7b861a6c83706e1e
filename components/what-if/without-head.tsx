import { LinkButton } from '@/components/ui/button'
import { Delta } from '@/components/ui/delta'
import { ScoreFigure } from '@/components/ui/score-figure'
import { WeekLabel } from '@/components/ui/week-label'
import { bandOfScoreAmong } from '@/lib/core/scoring'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'
import type { WithoutView } from '@/lib/what-if/views'

interface WithoutHeadProps {
  /** Its shown week is the one that the figures are of. */
  view: DyadView
  without: WithoutView
  nothing: boolean
  /** The page with nothing struck out. */
  clear: string
}

function goneWords({ gone, regraded }: WithoutView): string {
  const out = formatPlural(gone, 'incident is out', 'incidents are out')
  return regraded === 0 ? out : `${out}, ${formatPlural(regraded, 'keeps', 'keep')} a lesser grade`
}

/** The shown week on record and without what is struck out. */
export function WithoutHead({ view, without, nothing, clear }: WithoutHeadProps) {
  const { shown, bands } = view
  const week = without.weeks.find(({ weekStart }) => weekStart === shown.weekStart)
  if (!week) return null
  return (
    <div className="mb-5">
      <div className="flex flex-wrap items-end gap-x-10 gap-y-3">
        <div>
          <p className="text-xs text-muted">On record</p>
          <ScoreFigure
            score={week.close}
            band={bandOfScoreAmong(week.close, bands).name}
            size={nothing ? 'lg' : 'md'}
            label={`On record, ${week.weekId}`}
          />
        </div>
        {!nothing && (
          <div>
            <p className="text-xs text-muted">Without what is struck out</p>
            <span className="flex flex-wrap items-center gap-x-4">
              <ScoreFigure
                score={week.without}
                band={bandOfScoreAmong(week.without, bands).name}
                label={`Without what is struck out, ${week.weekId}`}
              />
              <Delta value={week.without - week.close} />
            </span>
          </div>
        )}
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>
          Close of <WeekLabel weekStart={week.weekStart} withDates />
        </span>
        {!nothing && <span aria-live="polite">{goneWords(without)}.</span>}
        {!nothing && (
          <LinkButton href={clear} size="sm" scroll={false} data-print="hide" title="Key x">
            Put everything back
          </LinkButton>
        )}
      </p>
    </div>
  )
}
