import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { CountryHeatmap } from '@/components/countries/country-heatmap'
import { countryPath, gridPath } from '@/components/countries/country-path'
import { GridControls } from '@/components/countries/grid-controls'
import { AsOfNote, WeekHead } from '@/components/countries/week-head'
import { overviewReading } from '@/components/overview/overview-path'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { readAsOf } from '@/lib/as-of/schema'
import { viewerOrSignIn } from '@/lib/auth/session'
import { GRID_SIZE } from '@/lib/compare/grid-size'
import { countryGrid } from '@/lib/compare/queries'
import { readGrid } from '@/lib/compare/schema'
import { countryName } from '@/lib/countries'
import { isDeskError } from '@/lib/errors'

export const metadata: Metadata = { title: 'Countries' }

interface CountriesProps {
  searchParams: Promise<Record<string, string | undefined>>
}

/** Countries by countries: who stands how with whom in a week, the most tense thirty at once. */
export default async function Countries({ searchParams }: CountriesProps) {
  const search = await searchParams
  const viewer = await viewerOrSignIn('/countries')
  const [ask, reading] = [readGrid(search), overviewReading(search)]
  const asOf = readAsOf(reading)
  const answer = await countryGrid(viewer, { ...ask, asOf }).catch((error: unknown) => {
    // A week that is none, or has not begun, is answered with the one that the page opens at.
    if (isDeskError(error) && error.code === 'NOT_FOUND' && ask.week !== undefined) redirect('/countries')
    if (isDeskError(error) && error.code === 'INVALID' && asOf) return error.message
    throw error
  })
  if (typeof answer === 'string') {
    return (
      <>
        <PageHeader title="Countries" />
        <EmptyState
          title="Too much for a grid as of a moment"
          actions={<LinkButton href="/countries">Back to now</LinkButton>}
        >
          <p>{answer}</p>
        </EmptyState>
      </>
    )
  }
  const view = answer
  const address = { weekStart: view.weekStart, figure: view.figure, page: view.page, with: view.with }
  const from = (view.page - 1) * GRID_SIZE + 1
  return (
    <>
      <PageHeader
        title="Countries"
        lead="Every country against every other. A cell leads to its dyad, the name of a row to its country."
      />
      <AsOfNote at={view.asOf?.at ?? null} back={gridPath(address)} />
      <WeekHead {...view} pathOf={(weekStart) => gridPath({ ...address, weekStart }, reading)} />
      <GridControls
        address={address}
        reading={reading}
        pages={view.pages}
        shown={{ from, to: from + view.countries.length - 1, total: view.total }}
      />
      {view.countries.length === 0 ? (
        <EmptyState
          title={
            view.with === null ? 'No dyad has a record in this week.' : `No dyad of ${countryName(view.with)} has one.`
          }
          actions={<LinkButton href="/">Overview</LinkButton>}
        >
          <p>A dyad appears with its first approved incident or weekly check.</p>
        </EmptyState>
      ) : (
        <>
          <CountryHeatmap
            key={`${view.countries.join()}-${view.figure}`}
            view={{
              weekStart: view.weekStart,
              countries: view.countries,
              cells: view.cells,
              figure: view.figure,
              asOf: view.asOf,
            }}
            reading={reading}
          />
          <GridNotes directed={view.figure === 'direction'} most={view.pages > 1} />
          {view.with !== null && (
            <p className="mt-2 text-sm">
              <Link href={countryPath(view.with, view.weekStart, reading)} className="link">
                {countryName(view.with)}: all its dyads
              </Link>
            </p>
          )}
        </>
      )}
    </>
  )
}

function GridNotes({ directed, most }: { directed: boolean; most: boolean }) {
  return (
    <p className="mt-1 max-w-3xl text-xs text-muted">
      {directed
        ? 'Each figure is what the acts of the row’s country on the column’s add to the close of their dyad: the two of a dyad add up to it. The stronger the shade, the more; outlined is relief.'
        : 'Each figure is the weekly close of the dyad, coloured by its band; both sides of the diagonal say the same.'}{' '}
      Hatched: not checked in this week; the figure is the last checked one.
      {most &&
        ` At most ${GRID_SIZE} countries are shown at once, by the dyad of theirs that stands highest; dyads between a country here and one on another page are found by choosing one country.`}
    </p>
  )
}
