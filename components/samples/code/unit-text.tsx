import { Direction } from '@/components/ui/direction'
import { dayOf, formatDay } from '@/lib/core/calendar'
import type { UnitToCode } from '@/lib/samples/views'

type Told = Pick<UnitToCode, 'title' | 'summary' | 'actor' | 'target' | 'mutual' | 'sources'>

/** A source as a coder reads it. */
export function SourceList({ sources }: { sources: Told['sources'] }) {
  return (
    <ol aria-label="Sources" className="space-y-3">
      {sources.map(({ outlet, date, url, quote }) => (
        <li key={`${outlet} ${date} ${url} ${quote}`} className="text-sm">
          <p className="flex flex-wrap items-baseline gap-x-2">
            {url ? (
              <a className="link font-medium" href={url} target="_blank" rel="noreferrer noopener">
                {outlet}
                <span className="sr-only"> (opens a new tab)</span>
              </a>
            ) : (
              <span className="font-medium">{outlet}</span>
            )}
            {date && (
              <time dateTime={date} className="text-muted">
                {formatDay(dayOf(date))}
              </time>
            )}
          </p>
          {url && <p className="text-xs break-all text-muted">{url}</p>}
          {quote && <blockquote className="mt-1 max-w-prose border-l-2 pl-3 whitespace-pre-line">“{quote}”</blockquote>}
        </li>
      ))}
    </ol>
  )
}

/** What a coder has to go by: what happened, who acts on whom, and the sources. */
export function UnitText({ unit }: { unit: Told }) {
  const { title, summary, actor, target, mutual, sources } = unit
  return (
    <article aria-label="The unit" className="min-w-0">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 text-sm">
        <Direction actor={actor} target={target} mutual={mutual} />
      </p>
      {summary && <p className="mt-3 max-w-prose text-base whitespace-pre-line">{summary}</p>}
      <h3 className="mt-5 mb-2 text-xs font-medium text-muted">Sources</h3>
      <SourceList sources={sources} />
    </article>
  )
}
