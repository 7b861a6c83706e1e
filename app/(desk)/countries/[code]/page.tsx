import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { compareDyadsPath } from '@/components/compare/compare-path'
import { countryPath } from '@/components/countries/country-path'
import { countrySentence } from '@/components/countries/country-sentence'
import { RelationMapSection } from '@/components/countries/relation-map-section'
import { RelationTable } from '@/components/countries/relation-table'
import { AsOfNote, WeekHead } from '@/components/countries/week-head'
import { overviewReading } from '@/components/overview/overview-path'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { readAsOf } from '@/lib/as-of/schema'
import { viewerOrSignIn } from '@/lib/auth/session'
import { countryView } from '@/lib/compare/queries'
import { MOST_COMPARED } from '@/lib/compare/schema'
import { countryName, isCountry } from '@/lib/countries'
import { isDeskError } from '@/lib/errors'

interface CountryProps {
  params: Promise<{ code: string }>
  searchParams: Promise<{ week?: string; asOf?: string; method?: string }>
}

const TRAIL = [
  { href: '/', label: 'Overview' },
  { href: '/countries', label: 'Countries' },
]

export async function generateMetadata({ params }: CountryProps): Promise<Metadata> {
  const { code } = await params
  return { title: isCountry(code) ? countryName(code) : 'Not found' }
}

/** A country's dyads in a week: how tense, whose acts, where on the map. */
export default async function Country({ params, searchParams }: CountryProps) {
  const [{ code }, { week, ...asked }] = [await params, await searchParams]
  const viewer = await viewerOrSignIn(`/countries/${code}`)
  if (!isCountry(code)) notFound()
  const reading = overviewReading(asked)
  const asOf = readAsOf(reading)
  const answer = await countryView(viewer, code, { week, asOf }).catch((error: unknown) => {
    // A week that is none, or has not begun, is answered with the one that the page opens at.
    if (isDeskError(error) && error.code === 'NOT_FOUND' && week !== undefined)
      redirect(countryPath(code, null, reading))
    if (isDeskError(error) && error.code === 'INVALID' && asOf) return error.message
    throw error
  })
  if (typeof answer === 'string') {
    return (
      <>
        <PageHeader title={countryName(code)} trail={TRAIL} />
        <EmptyState
          title="Too much for a country as of a moment"
          actions={<LinkButton href={countryPath(code)}>Back to now</LinkButton>}
        >
          <p>{answer}</p>
        </EmptyState>
      </>
    )
  }
  const view = answer
  const compared = view.relations.slice(0, MOST_COMPARED).map(({ dyadId }) => dyadId)
  return (
    <>
      <PageHeader
        title={countryName(code)}
        trail={TRAIL}
        lead={view.relations.length > 0 ? countrySentence(view) : undefined}
        actions={
          compared.length > 1 && (
            <LinkButton href={compareDyadsPath(compared)}>
              {compared.length < view.relations.length ? `Compare the first ${compared.length}` : 'Compare them'}
            </LinkButton>
          )
        }
      />
      <AsOfNote at={view.asOf?.at ?? null} back={countryPath(code, view.weekStart)} />
      <WeekHead {...view} pathOf={(weekStart) => countryPath(code, weekStart, reading)} />
      {view.relations.length === 0 ? (
        <EmptyState
          title={`No dyad of ${countryName(code)} has a record in this week.`}
          actions={<LinkButton href="/countries">All countries</LinkButton>}
        >
          <p>
            A dyad appears with its first approved incident or weekly check. Log an incident between {countryName(code)}{' '}
            and another country to begin one.
          </p>
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <section aria-label="Dyads" className="min-w-0">
            <div className="-mx-3">
              <RelationTable view={view} reading={reading} />
            </div>
            <p className="mt-2 max-w-3xl text-xs text-muted">
              What each side’s acts add is its part of the score; both parts add up to it.
            </p>
          </section>
          <div data-card="" className="min-w-0 self-start rounded border bg-raised">
            <RelationMapSection view={view} />
          </div>
        </div>
      )}
    </>
  )
}
