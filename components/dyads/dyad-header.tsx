import Link from 'next/link'
import type { ReactNode } from 'react'
import { countryPath } from '@/components/countries/country-path'
import { type DyadAddress, dyadPath, readingParams } from '@/components/dyads/dyad-address'
import { DyadFigure, WeekOfFigure } from '@/components/dyads/dyad-figure'
import { DyadTabs } from '@/components/dyads/dyad-tabs'
import type { ShownFigures } from '@/components/dyads/shown-figures'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { countryName } from '@/lib/countries'
import type { DyadView } from '@/lib/dyads/views'

interface DyadHeaderProps {
  view: DyadView
  address: DyadAddress
  figures: ShownFigures
  canLog: boolean
  /** Where a briefing of the shown week is begun, and where the page is shared; null for those who may not. */
  briefHref: string | null
  shareHref: string | null
  /** How sure the figure is, which may come later than the rest. */
  certainty?: ReactNode
}

function WeekSteps({ view, address }: { view: DyadView; address: DyadAddress }) {
  const { shown, weeks } = view
  const index = weeks.findIndex(({ weekStart }) => weekStart === shown.weekStart)
  const steps = [
    { week: weeks[index - 1], mark: '◂', words: 'Week before' },
    { week: weeks[index + 1], mark: '▸', words: 'Week after' },
  ]
  return (
    <nav aria-label="Weeks" className="inline-flex" data-print="hide">
      {steps.map(({ week, mark, words }) =>
        week ? (
          <LinkButton
            key={mark}
            variant="quiet"
            size="sm"
            className="text-base"
            scroll={false}
            title={`${words}: ${week.weekId}`}
            href={dyadPath({ ...address, week: week.weekId, after: undefined })}
          >
            <span className="sr-only">{`${words}, ${week.weekId}`}</span>
            <span aria-hidden="true">{mark}</span>
          </LinkButton>
        ) : null,
      )}
    </nav>
  )
}

/** `Azerbaijan – Russia`, each name the way to its country, in the same week and as of the same moment. */
function CountryNames({ view, address }: { view: DyadView; address: DyadAddress }) {
  const { asOf, method, week } = address
  const reading = asOf === undefined ? {} : { asOf, method: method === 'now' ? method : undefined }
  const link = (code: string) => (
    <Link
      href={countryPath(code, week === undefined ? null : view.shown.weekStart, reading)}
      className="hover:underline"
    >
      {countryName(code)}
    </Link>
  )
  return (
    <>
      {link(view.first)} – {link(view.second)}
    </>
  )
}

/** The hero of the page: the figure, its band, its change, its place in the record. */
export function DyadHeader({ view, address, figures, canLog, briefHref, shareHref, certainty }: DyadHeaderProps) {
  const { dyadId, first, second, shown } = view
  const { week, standsIn } = figures
  return (
    <>
      <PageHeader
        trail={[{ href: '/', label: 'Overview' }]}
        title={<CountryNames view={view} address={address} />}
        actions={
          <>
            <LinkButton href={`/incidents?dyad=${dyadId}`}>All incidents</LinkButton>
            {shareHref !== null && <LinkButton href={shareHref}>Share</LinkButton>}
            {briefHref !== null && <LinkButton href={briefHref}>Brief</LinkButton>}
            {canLog && (
              <LinkButton href={`/incidents/new?actor=${first}&target=${second}`} variant="primary">
                Log incident
              </LinkButton>
            )}
          </>
        }
      />
      <DyadTabs dyadId={dyadId} current="score" reading={readingParams(address).toString()} />
      <div className="mb-4">
        <DyadFigure record={view.record} figures={figures} />
        <div className="mt-1 flex flex-wrap items-center gap-x-1 text-sm text-muted">
          <span>
            <WeekOfFigure figures={figures} />
            {week.inProgress && ', week in progress'}
          </span>
          <WeekSteps view={view} address={address} />
          {standsIn && (
            <span>
              you asked for {shown.weekId}, which was not checked ·{' '}
              <Link className="link" href={dyadPath({ ...address, week: undefined, after: undefined })}>
                last covered week
              </Link>
            </span>
          )}
        </div>
        {certainty !== undefined && <p className="mt-1 min-h-5 text-sm text-muted">{certainty}</p>}
      </div>
    </>
  )
}
