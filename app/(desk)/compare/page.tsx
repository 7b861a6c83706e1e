import type { Metadata } from 'next'
import { AlignControls } from '@/components/compare/align-controls'
import { comparePath } from '@/components/compare/compare-path'
import { CompareSections } from '@/components/compare/compare-sections'
import { anchorsOf, modelOf } from '@/components/compare/compare-view-model'
import { DyadChooser } from '@/components/compare/dyad-chooser'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/session'
import { compareDyads } from '@/lib/compare/queries'
import { type CompareAsk, MOST_COMPARED, readCompare } from '@/lib/compare/schema'
import type { CompareView } from '@/lib/compare/views'
import { listDyadIds } from '@/lib/incidents/queries'

export const metadata: Metadata = { title: 'Compare' }

interface CompareProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the address asks for and cannot be shown. */
function LeftOut({ ask, view, asOf }: { ask: CompareAsk; view: CompareView; asOf: boolean }) {
  const sentences = [
    asOf && 'A comparison is of what counts now; ask for single dyads as of a moment.',
    ask.dropped.length > 0 && `At most ${MOST_COMPARED} dyads are compared; left out: ${ask.dropped.join(', ')}.`,
    view.unknown.length > 0 && `Nothing is on record of ${view.unknown.join(', ')}.`,
    view.lost.length > 0 && `No incident that counts: ${view.lost.join(', ')}.`,
  ].filter((sentence) => sentence !== false)
  if (sentences.length === 0) return null
  return (
    <Callout title="Not everything that was asked for is shown" className="mb-4">
      <p>{sentences.join(' ')}</p>
    </Callout>
  )
}

/** Up to eight dyads compared: over each other, side by side, by place and as a table, by calendar or from a week 0. */
export default async function Compare({ searchParams }: CompareProps) {
  const search = await searchParams
  const ask = readCompare(search)
  const viewer = await viewerOrSignIn(comparePath(ask))
  const [view, dyadIds] = [await compareDyads(viewer, ask), await listDyadIds(viewer)]
  const model = modelOf(view, ask)
  return (
    <>
      <PageHeader
        title="Compare"
        lead="Up to eight dyads by their weekly closes, over each other by the calendar, or from a week 0 of their own."
      />
      <div className="mb-5 flex flex-wrap gap-x-8 gap-y-4">
        <DyadChooser ask={ask} dyadIds={dyadIds} />
        {view.dyads.length > 0 && <AlignControls ask={ask} anchors={anchorsOf(view, ask)} choices={view.choices} />}
      </div>
      <LeftOut ask={ask} view={view} asOf={search.asOf !== undefined} />
      {view.dyads.length === 0 ? (
        <EmptyState
          title={dyadIds.length === 0 ? 'There is no dyad yet.' : 'No dyad is chosen.'}
          actions={<LinkButton href="/">Overview</LinkButton>}
        >
          <p>
            {dyadIds.length === 0
              ? 'A dyad appears with its first approved incident or weekly check.'
              : 'Add one above by a country’s name, or tick dyads on the overview and compare them.'}
          </p>
        </EmptyState>
      ) : model.rows.length === 0 ? (
        <EmptyState title="No week of these dyads was checked.">
          <p>There is nothing to draw until somebody checks a week or logs an incident.</p>
        </EmptyState>
      ) : (
        <CompareSections view={view} model={model} ask={ask} />
      )}
    </>
  )
}
