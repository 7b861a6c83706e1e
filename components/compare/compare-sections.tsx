import { BumpChart } from '@/components/charts/compare/bump-chart'
import { OverlayChart } from '@/components/charts/compare/overlay-chart'
import { SmallMultiples } from '@/components/charts/compare/small-multiples'
import { compareQuery } from '@/components/compare/compare-path'
import { CompareTable } from '@/components/compare/compare-table'
import { Card } from '@/components/ui/card'
import type { CompareModel } from '@/lib/charts/compare'
import { leadSentence, zeroWords } from '@/lib/charts/compare-words'
import type { CompareAsk } from '@/lib/compare/schema'
import type { CompareView } from '@/lib/compare/views'
import { formatDay } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'

interface CompareSectionsProps {
  view: CompareView
  model: CompareModel
  ask: CompareAsk
}

/** The highest week of all lines, in words. */
function highestWords({ lines, rows, by }: CompareModel): string {
  const told = rows.flatMap((row) =>
    row.cells.flatMap(({ state, close }, index) =>
      state === 'covered' && close !== null ? [{ label: row.label, close, name: lines[index].name }] : [],
    ),
  )
  if (told.length === 0) return 'No finished week in this range was checked.'
  const highest = told.reduce((best, week) => (week.close > best.close ? week : best))
  const when = by === 'calendar' ? `in ${highest.label}` : `at week ${highest.label}`
  return `Highest: ${highest.name}, ${formatScore(highest.close)} ${when}. A line breaks where nobody checked.`
}

/** What the charts and the table say about themselves. */
function notesOf({ view, model }: CompareSectionsProps, name: string, reading: string) {
  const methods = [...new Set(view.dyads.map(({ methodId }) => methodId))].sort()
  const ids = model.lines.map(({ dyadId }) => dyadId)
  return {
    reading,
    subject: ids.join(', '),
    source: `Dyadwatch · ${ids.join(', ')} · method ${methods.join(', ')} · as of ${formatDay(view.today)}`,
    fileName: `compare-${ids.join('-').slice(0, 80)}-${name}`,
  }
}

/** The comparison: over each other, side by side, by place, and as a table. */
export function CompareSections(props: CompareSectionsProps) {
  const { model, ask } = props
  const several = model.lines.length > 1
  const zeros = zeroWords(model)
  return (
    <>
      {zeros.length > 0 && <p className="mb-3 text-sm text-muted">Week 0: {zeros.join(', ')}.</p>}
      <div data-card="" className="mb-6 rounded border bg-raised">
        <OverlayChart model={model} {...notesOf(props, 'closes', highestWords(model))} />
      </div>
      {several && (
        <div data-card="" className="mb-6 rounded border bg-raised">
          <SmallMultiples
            model={model}
            {...notesOf(
              props,
              'side-by-side',
              'Hatched weeks were not checked. Heights can be compared across panels.',
            )}
          />
        </div>
      )}
      {several && model.rows.some(({ cells }) => cells.some(({ rank }) => rank !== null)) && (
        <div data-card="" className="mb-6 rounded border bg-raised">
          <BumpChart model={model} {...notesOf(props, 'places', leadSentence(model))} />
        </div>
      )}
      <Card
        title="Weeks and dyads"
        lead="Weekly closes, and the place among the dyads that were covered in that week. The week in progress has no place."
        actions={
          <a href={`/api/v1/compare.csv${compareQuery(ask)}`} download className="link text-sm">
            CSV
          </a>
        }
        padded={false}
      >
        <CompareTable model={model} />
      </Card>
    </>
  )
}
