import Link from 'next/link'
import { incidentPath } from '@/components/incidents/incident-path'
import { fadingWords, SIGNAL_WORDS, signalNumbers } from '@/components/patterns/signal-words'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/data-table'
import { WeekLabel } from '@/components/ui/week-label'
import { weekHref } from '@/lib/charts/week-href'
import type { SignalKind } from '@/lib/core/signals'
import type { SignalView } from '@/lib/patterns/views'

/** Signals that are shown at once, the latest. */
export const MOST_SIGNALS = 100
/** Incidents that one signal names. */
const MOST_NAMED = 3

/** Columns that a narrow window tells under the signal's name. */
const WIDE = 'hidden sm:table-cell'

interface SignalRow {
  signal: SignalView
  /** The kind of a signal above, of the same week, that has the same incidents behind it; null where none has. */
  sameAs: SignalKind | null
}

/** The signals with what each repeats: weeks that stand out do so by several rules at once. */
function rowsOf(signals: readonly SignalView[]): SignalRow[] {
  const told = new Map<string, SignalKind>()
  return signals.map((signal) => {
    const key = `${signal.weekStart} ${signal.ids.join()}`
    const sameAs = signal.ids.length > 0 ? (told.get(key) ?? null) : null
    if (sameAs === null) told.set(key, signal.kind)
    return { signal, sameAs }
  })
}

function Incidents({ signal, sameAs, dyadId }: SignalRow & { dyadId: string }) {
  const { incidents } = signal
  if (sameAs) return <span className="text-muted">as for the {SIGNAL_WORDS[sameAs].name.toLowerCase()}</span>
  if (incidents.length === 0) return <span className="text-muted">{fadingWords(signal)}</span>
  const more = incidents.length - MOST_NAMED
  return (
    <ul className="grid gap-y-1 leading-6">
      {incidents.slice(0, MOST_NAMED).map(({ id, title }) => (
        <li key={id}>
          <Link href={incidentPath({ dyadId, id })} prefetch={false} className="link">
            {title}
          </Link>
        </li>
      ))}
      {more > 0 && <li className="text-muted">and {more} more of that week</li>}
    </ul>
  )
}

interface SignalTableProps {
  signals: readonly SignalView[]
  dyadId: string
  /** Address of the dyad's page, where a week is opened. */
  dyadHref: string
}

/** What stood out, latest week first: each with the numbers behind it, its week and its incidents. */
export function SignalTable({ signals, dyadId, dyadHref }: SignalTableProps) {
  const rows = rowsOf(signals)
  return (
    <Table caption="Signals, latest week first" tall>
      <Head>
        <HeadCell>Week</HeadCell>
        <HeadCell>Signal</HeadCell>
        <HeadCell className={WIDE}>Numbers behind it</HeadCell>
        <HeadCell className={WIDE}>Incidents behind it</HeadCell>
      </Head>
      <Body>
        {rows.map(({ signal, sameAs }) => (
          <Row
            key={`${signal.weekStart}-${signal.kind}-${signal.ids.join()}`}
            data-row=""
            className="align-top leading-6"
          >
            <Cell className="whitespace-nowrap">
              <Link href={weekHref(dyadHref, signal.weekStart)} prefetch={false} className="link">
                <WeekLabel weekStart={signal.weekStart} />
              </Link>
            </Cell>
            <Cell head className="sm:whitespace-nowrap">
              {SIGNAL_WORDS[signal.kind].name}
              <span className="block text-xs font-normal text-muted sm:hidden">{signalNumbers(signal)}</span>
              <span className="block text-xs font-normal sm:hidden">
                <Incidents signal={signal} sameAs={sameAs} dyadId={dyadId} />
              </span>
            </Cell>
            <Cell className={WIDE}>{signalNumbers(signal)}</Cell>
            <Cell className={WIDE}>
              <Incidents signal={signal} sameAs={sameAs} dyadId={dyadId} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

/** What makes a signal, kind by kind. */
export function SignalRules() {
  return (
    <details className="border-t px-4 py-2 text-sm">
      <summary className="link w-fit cursor-pointer text-muted">What makes a signal</summary>
      <dl className="mt-2 grid gap-x-6 gap-y-1 pb-1 sm:grid-cols-[max-content_1fr]">
        {Object.values(SIGNAL_WORDS).map(({ name, rule }) => (
          <div key={name} className="contents">
            <dt className="font-medium">{name}</dt>
            <dd className="mb-1 text-muted sm:mb-0">{rule}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
