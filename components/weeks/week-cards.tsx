import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { Card } from '@/components/ui/card'
import { firstWords, signalWords } from '@/components/weeks/signal-words'
import { formatDay } from '@/lib/core/calendar'
import type { Signal } from '@/lib/core/signals'
import { formatPercent, formatPlural, formatPoints, formatSigned } from '@/lib/format'
import type { IncidentRow } from '@/lib/incidents/views'
import type { WeekPage } from '@/lib/weeks/views'

/** Incidents that a signal links to. */
const MOST_LINKS = 3

/** Signals that single incidents make; the others are made by the week as a whole, whose drivers stand above. */
const BY_INCIDENTS: ReadonlySet<Signal['kind']> = new Set(['newFront', 'topRung'])

interface Told {
  words: string
  /** The incidents that make it. */
  ids: readonly string[]
}

function ToldLine({ page, told }: { page: WeekPage; told: Told }) {
  const { dyadId, titles } = page
  const links = told.ids.filter((id) => Object.hasOwn(titles, id))
  return (
    <li className="border-t py-1.5 first:border-t-0 print:py-0.5">
      {told.words}
      {links.length > 0 && (
        <span className="block text-xs text-muted print:hidden">
          {links.slice(0, MOST_LINKS).map((id, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <Link href={incidentPath({ dyadId, id })} className="link">
                {titles[id]}
              </Link>
            </span>
          ))}
          {links.length > MOST_LINKS && ` · and ${links.length - MOST_LINKS} more`}
        </span>
      )}
    </li>
  )
}

/** First-evers, records and the other signals of the week. */
export function StandsOutCard({ page }: { page: WeekPage }) {
  const told: Told[] = [
    ...page.signals.map((signal) => {
      return { words: signalWords(signal), ids: BY_INCIDENTS.has(signal.kind) ? signal.ids : [] }
    }),
    ...page.firsts.map((first) => ({ words: firstWords(first), ids: first.ids })),
  ]
  return (
    <Card id="stands-out" title="What stands out" lead="First-evers, records and other signals">
      {told.length === 0 ? (
        <p className="text-sm text-muted">
          {page.week.inProgress
            ? 'Nothing yet: closes are told once the week is over.'
            : 'Nothing out of the ordinary.'}
        </p>
      ) : (
        <ul className="text-sm">
          {told.map((one) => (
            <ToldLine key={`${one.words}${one.ids[0]}`} page={page} told={one} />
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The older incidents that lost most, as fading taken apart. */
export function DecayCard({ page }: { page: WeekPage }) {
  const { dyadId, decay } = page
  const rest = decay.change - decay.most.reduce((sum, { change }) => sum + change, 0)
  return (
    <Card
      id="faded"
      title="What faded"
      lead={`${formatSigned(decay.change)} of the week’s change, by ${formatPlural(decay.incidents, 'older incident')}`}
    >
      {decay.most.length === 0 ? (
        <p className="text-sm text-muted">No older incident had points left to lose.</p>
      ) : (
        <ul className="text-sm">
          {decay.most.map(({ row, change, before, now }) => (
            <li key={row.id} className="border-t py-1.5 first:border-t-0 print:py-0.5">
              <p className="flex items-baseline justify-between gap-3">
                <Link href={incidentPath({ dyadId, id: row.id })} className="link min-w-0 break-words">
                  {row.title}
                </Link>
                <span className="font-semibold tabular-nums">{formatSigned(change)}</span>
              </p>
              <p className="text-xs text-muted print:hidden">
                {formatDay(row.startDay)} · {formatPoints(before)} to {formatPoints(now)} points
              </p>
            </li>
          ))}
          {decay.incidents > decay.most.length && (
            <li className="flex justify-between gap-3 border-t py-1.5 text-muted print:py-0.5">
              <span>All other older incidents</span>
              <span className="tabular-nums">{formatSigned(rest)}</span>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}

function Rows({ rows, more }: { rows: readonly IncidentRow[]; more: number }) {
  return (
    <ul className="mb-2 text-sm">
      {rows.map((row) => (
        <li key={row.id} className="border-t py-1.5 print:py-0.5">
          <Link href={incidentPath(row)} className="link">
            {row.title}
          </Link>
          <span className="block text-xs text-muted">
            {formatDay(row.startDay)}
            {row.code !== null && ` · ${row.code}`} · {row.reliability}
            {row.credibility} · {row.confidence} confidence in the rung
          </span>
        </li>
      ))}
      {more > 0 && <li className="border-t py-1.5 text-xs text-muted">and {more} more</li>}
    </ul>
  )
}

/** How well the figure is sourced, what nobody has approved yet, and whether somebody looked. */
export function GroundsCard({ page }: { page: WeekPage }) {
  const { grounds, waiting, check, week } = page
  return (
    <Card id="grounds" title="How well it is sourced" lead={coverageWords(page)}>
      <p className="mb-2 text-sm">
        {grounds.quality === null
          ? 'There are no points to judge.'
          : `${formatPercent(grounds.quality)} of the points on ${formatDay(week.lastDay)} are from incidents that are well sourced: verification 0.75 or more, and a confidence that is not low.`}
      </p>
      <h3 className="mb-1 text-xs font-medium text-muted">Weakly sourced, new in this week</h3>
      {grounds.weakCount === 0 ? (
        <p className="mb-2 border-t py-1.5 text-sm text-muted">None.</p>
      ) : (
        <Rows rows={grounds.weak} more={grounds.weakCount - grounds.weak.length} />
      )}
      {waiting !== null && (
        <>
          <h3 className="mb-1 text-xs font-medium text-muted">Not reviewed yet</h3>
          {waiting.count === 0 ? (
            <p className="border-t py-1.5 text-sm text-muted">Nothing of this week waits.</p>
          ) : (
            <Rows rows={waiting.rows} more={waiting.count - waiting.rows.length} />
          )}
        </>
      )}
      {check?.checked && check.note !== '' && <p className="text-xs text-muted">Note of the check: {check.note}</p>}
    </Card>
  )
}

function coverageWords({ week, check }: WeekPage): string {
  if (check?.checked) return `Sources checked by ${check.by}, nothing more to report`
  return week.coverage === 'incidents'
    ? 'Incidents were logged; nobody attested that the sources hold nothing more'
    : 'Not checked'
}
